//! Writes a site's files to the disk: to a temporary folder first, then by one rename into place.
//!
//! A manifest in the folder lists its files; only a folder with exactly these files is replaced.

use super::files::Files;
use super::page::GENERATOR;
use anyhow::{Context, Result, bail};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The name of the manifest.
pub const MANIFEST: &str = "standpoint.json";

#[derive(Serialize, Deserialize)]
struct Manifest {
    /// The version that wrote the folder.
    standpoint: String,
    /// Paths of all other files in it.
    files: BTreeSet<String>,
}

/// Writes `files` as the folder `target`, in place of an earlier site.
///
/// # Errors
///
/// When `target` contains anything that this function did not write, or writing fails; `target` is
/// then unchanged.
pub fn folder(files: &Files, target: &Path) -> Result<()> {
    let target = &settled(target)?;
    ours(target)?;
    let parent = target
        .parent()
        .context("the root of the file system cannot be replaced")?;
    // Next to the target, so that the last step is a rename within one file system.
    let aside = tempfile::Builder::new()
        .prefix(".standpoint-")
        .tempdir_in(parent);
    let aside = aside.with_context(|| format!("cannot write in {}", parent.display()))?;
    // In a folder inside: only we may read the temporary one, but everybody may read a site.
    let (site, before) = (aside.path().join("site"), aside.path().join("before"));
    write(files, &site).context("cannot write the site")?;
    let replaced = replace(target, &site, &before)
        .with_context(|| format!("cannot replace {}", target.display()));
    if replaced.is_err() && before.exists() {
        // Neither the new nor the old site is in place, so the old one is kept.
        let kept = aside.keep().join("before");
        return replaced.with_context(|| format!("the earlier site is now in {}", kept.display()));
    }
    replaced
}

/// Writes a page as the file `target`, in place of an earlier one.
///
/// # Errors
///
/// When there is something at `target` that this program did not write, or writing fails; `target`
/// is then unchanged.
pub fn file(page: &str, target: &Path) -> Result<()> {
    let html = target
        .extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case("html"));
    if !html {
        bail!(
            "cannot write a page to {}: use a name that ends in .html",
            target.display()
        );
    }
    let target = &settled(target)?;
    our_page(target)?;
    put(page.as_bytes(), target)
}

/// Writes an image as the file `target`, in place of any file there, as image programs do.
///
/// # Errors
///
/// When `target` is a folder, or writing fails; `target` is then unchanged.
pub fn picture(bytes: &[u8], target: &Path) -> Result<()> {
    let target = &settled(target)?;
    if target.is_dir() {
        bail!("{} is a folder; name a file", target.display());
    }
    put(bytes, target)
}

/// Writes a temporary file and renames it.
fn put(bytes: &[u8], target: &Path) -> Result<()> {
    let parent = target.parent().context("the output file needs a folder")?;
    let aside = tempfile::Builder::new()
        .prefix(".standpoint-")
        .tempdir_in(parent);
    let aside = aside.with_context(|| format!("cannot write in {}", parent.display()))?;
    let written = aside.path().join("written");
    fs::write(&written, bytes).context("cannot write the file")?;
    fs::rename(&written, target).with_context(|| format!("cannot replace {}", target.display()))
}

/// Refuses to replace a file that is not a page of ours, because it may be somebody's work.
fn our_page(target: &Path) -> Result<()> {
    if target.is_dir() {
        bail!("{} is a folder; name a file", target.display());
    }
    if !target.exists() {
        return Ok(());
    }
    let page = fs::read(target).with_context(|| format!("cannot read {}", target.display()))?;
    if !String::from_utf8_lossy(&page).contains(GENERATOR) {
        bail!(
            "{} was not written by standpoint; name another file, or move it away",
            target.display()
        );
    }
    Ok(())
}

/// The target as an absolute path without links; creates its parent folders.
fn settled(target: &Path) -> Result<PathBuf> {
    if target.exists() {
        return target
            .canonicalize()
            .with_context(|| format!("cannot read {}", target.display()));
    }
    let target = std::path::absolute(target).context("cannot tell the current folder")?;
    let parent = target.parent().context("the output folder needs a name")?;
    fs::create_dir_all(parent).with_context(|| format!("cannot make {}", parent.display()))?;
    Ok(target)
}

/// Refuses to replace a folder with files that are not ours, because they may be somebody's work.
fn ours(target: &Path) -> Result<()> {
    if !target.exists() {
        return Ok(());
    }
    if !target.is_dir() {
        bail!("{} is a file; name a folder", target.display());
    }
    let mut found =
        list(target, "").with_context(|| format!("cannot read {}", target.display()))?;
    if found.is_empty() {
        return Ok(());
    }
    if !found.remove(MANIFEST) {
        bail!(
            "{} is not empty and was not written by standpoint; name another folder, or empty it",
            target.display()
        );
    }
    let manifest: Manifest = fs::read(target.join(MANIFEST))
        .ok()
        .and_then(|text| serde_json::from_slice(&text).ok())
        .with_context(|| {
            format!(
                "{} in {} cannot be read; name another folder, or empty this one",
                MANIFEST,
                target.display()
            )
        })?;
    match found.difference(&manifest.files).next() {
        None => Ok(()),
        Some(file) => bail!(
            "{} also holds {file:?}, which standpoint did not write; move it away, or name another folder",
            target.display()
        ),
    }
}

/// The paths of all files below a folder, with `/` between folders. Links are listed, not followed.
fn list(folder: &Path, prefix: &str) -> std::io::Result<BTreeSet<String>> {
    let mut found = BTreeSet::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            found.extend(list(&entry.path(), &format!("{path}/"))?);
        } else {
            found.insert(path);
        }
    }
    Ok(found)
}

fn write(files: &Files, folder: &Path) -> Result<()> {
    let manifest = Manifest {
        standpoint: env!("CARGO_PKG_VERSION").into(),
        files: files.keys().cloned().collect(),
    };
    let manifest = serde_json::to_vec_pretty(&manifest)?;
    fs::create_dir(folder)?;
    for (path, bytes) in files
        .iter()
        .map(|(path, bytes)| (path.as_str(), bytes))
        .chain([(MANIFEST, &manifest)])
    {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap_or(folder))?;
        fs::write(path, bytes)?;
    }
    Ok(())
}

/// Renames twice, because no portable call swaps folders; if the second rename fails, the first is
/// undone.
fn replace(target: &Path, site: &Path, before: &Path) -> Result<()> {
    let replaced = target.exists();
    if replaced {
        fs::rename(target, before)?;
    }
    fs::rename(site, target).inspect_err(|_| {
        if replaced {
            _ = fs::rename(before, target);
        }
    })?;
    Ok(())
}
