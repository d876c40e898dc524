//! Copies of the built pages for `file:`, with the harness's listener inside, since no server can
//! add it.

use anyhow::{Context, Result};
use std::path::Path;
use tempfile::TempDir;

/// Puts the listener into the page, before its policy.
pub fn watched(html: &str) -> String {
    put_first(
        html,
        &format!("<script>{}</script>", include_str!("watch.js")),
    )
}

/// Puts a script first into the page.
pub fn put_first(html: &str, script: &str) -> String {
    html.replacen("<head>", &format!("<head>{script}"), 1)
}

/// Copies the built site to a temporary folder, with its pages watched.
pub fn watched_site(root: &Path) -> Result<TempDir> {
    let copy = tempfile::Builder::new()
        .prefix("standpoint-site-")
        .tempdir()?;
    copy_folder(root, copy.path()).with_context(|| format!("cannot copy {}", root.display()))?;
    Ok(copy)
}

/// Writes a page, watched, as `index.html` into a temporary folder.
pub fn watched_page(html: &str) -> Result<TempDir> {
    let folder = tempfile::Builder::new()
        .prefix("standpoint-page-")
        .tempdir()?;
    std::fs::write(folder.path().join("index.html"), watched(html))?;
    Ok(folder)
}

fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    std::fs::create_dir_all(to)?;
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        let (path, target) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copy_folder(&path, &target)?;
        } else if path
            .extension()
            .is_some_and(|extension| extension == "html")
        {
            std::fs::write(target, watched(&std::fs::read_to_string(path)?))?;
        } else {
            std::fs::copy(path, target)?;
        }
    }
    Ok(())
}
