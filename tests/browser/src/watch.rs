//! Puts the recorder `watch.js` into pages: it keeps what their console says and what their policy
//! forbids.

use anyhow::{Context, Result};
use std::fs;
use std::path::Path;

pub const SCRIPT: &str = include_str!("watch.js");

/// The address of the recorder on a server.
pub const PATH: &str = "/__watch.js";

/// Puts the recorder into a page, before its policy: for `file:`, where no server has it.
pub fn inline(html: &str) -> String {
    prepend_to_head(html, &format!("<script>{SCRIPT}</script>"))
}

/// Lets a page load the recorder first. It is a file on the same server, so it runs under every
/// policy that allows the page's own scripts.
pub fn link(html: &str) -> String {
    prepend_to_head(html, &format!("<script src=\"{PATH}\"></script>"))
}

fn prepend_to_head(html: &str, script: &str) -> String {
    html.replacen("<head>", &format!("<head>{script}"), 1)
}

/// Copies the built site with the recorder in its pages, and without their compressed copies.
pub fn copy_site(from: &Path, to: &Path, watch: fn(&str) -> String) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)
        .with_context(|| format!("there is no built site at {}", from.display()))?
    {
        let (path, name) = entry.map(|entry| (entry.path(), entry.file_name()))?;
        let (target, name) = (to.join(&name), name.to_string_lossy());
        if path.is_dir() {
            copy_site(&path, &target, watch)?;
        } else if name.ends_with(".html") {
            fs::write(target, watch(&fs::read_to_string(&path)?))?;
        } else if !name.contains(".html.") {
            fs::copy(&path, target)?;
        }
    }
    Ok(())
}
