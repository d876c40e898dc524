//! Pages that no server serves: copies of the built ones that carry the harness's listener in
//! themselves. Knows no browser.

use anyhow::{Context, Result};
use std::path::Path;
use tempfile::TempDir;

/// The page with the listener before its policy.
pub fn watched(html: &str) -> String {
    put_first(
        html,
        &format!("<script>{}</script>", include_str!("watch.js")),
    )
}

/// The page with a script as the first thing in it.
pub fn put_first(html: &str, script: &str) -> String {
    html.replacen("<head>", &format!("<head>{script}"), 1)
}

/// A copy of the built site on the disk, its pages watched.
pub fn watched_site(root: &Path) -> Result<TempDir> {
    let copy = tempfile::Builder::new()
        .prefix("standpoint-site-")
        .tempdir()?;
    copy_folder(root, copy.path()).with_context(|| format!("cannot copy {}", root.display()))?;
    Ok(copy)
}

/// The page as `index.html` in a folder of its own, watched.
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
