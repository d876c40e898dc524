//! A browser for a test: it opens pages of the built site and reuses one session per engine.

use crate::engine::Engine;
use crate::page::Page;
use crate::reader::Reader;
use crate::session::Session;
use crate::site::{ServeOptions, Site};
use crate::watch;
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use tokio::runtime::Handle;
use url::Url;

pub struct Browser {
    pub engine: Engine,
    runtime: Handle,
    root: PathBuf,
    session: Option<Session>,
    /// The sites that the running test serves.
    sites: Vec<Site>,
    copies: Vec<TempDir>,
}

impl Browser {
    pub fn new(runtime: &Handle, engine: Engine, root: &Path) -> Browser {
        Browser {
            engine,
            runtime: runtime.clone(),
            root: root.to_owned(),
            session: None,
            sites: Vec::new(),
            copies: Vec::new(),
        }
    }

    /// Opens a page of the built site, under the strict policy and watched:
    /// `browser.visit("harbour/", Reader::DESKTOP)`.
    pub fn visit(&mut self, path: &str, reader: Reader) -> Result<Page<'_>> {
        self.visit_served(ServeOptions::strict(), path, reader)
    }

    /// Opens a page of the built site, served with these options. Each visit has its own origin, so
    /// it starts without cache and storage.
    pub fn visit_served(
        &mut self,
        options: ServeOptions,
        path: &str,
        reader: Reader,
    ) -> Result<Page<'_>> {
        let site = self.serve(options)?;
        let url = site.url(path);
        self.open(&url, reader)
    }

    /// Opens a page that embeds ours: on another site, watched, without a policy. First serve what
    /// its frames show, by [`Browser::serve`].
    pub fn visit_host(&mut self, html: String, reader: Reader) -> Result<Page<'_>> {
        self.visit_host_served(ServeOptions::watched(), html, reader)
    }

    pub(crate) fn visit_host_served(
        &mut self,
        options: ServeOptions,
        html: String,
        reader: Reader,
    ) -> Result<Page<'_>> {
        let url = self
            .serve(options.page("/host.html", html))?
            .cross_site_url("host.html");
        self.open(&url, reader)
    }

    /// Like [`Browser::visit_host`], with the packages of the parents' scripts under `/npm/`:
    /// `/npm/pym.js/dist/pym.v1.js`.
    pub fn visit_parent(&mut self, html: String, reader: Reader) -> Result<Page<'_>> {
        let options = ServeOptions::watched().folders(packages()?);
        self.visit_host_served(options, html, reader)
    }

    /// Opens a page of the built site from the disk: `browser.visit_file("harbour/index.html",
    /// Reader::DESKTOP)`.
    pub fn visit_file(&mut self, path: &str, reader: Reader) -> Result<Page<'_>> {
        let copy = temporary_folder("standpoint-site-")?;
        watch::copy_site(&self.root, copy.path(), watch::inline)?;
        self.open_copy(copy, path, reader)
    }

    /// Opens a page that is a single file on the disk.
    pub fn visit_single_file(&mut self, html: &str, reader: Reader) -> Result<Page<'_>> {
        let copy = temporary_folder("standpoint-page-")?;
        std::fs::write(copy.path().join("index.html"), watch::inline(html))?;
        self.open_copy(copy, "index.html", reader)
    }

    fn open_copy(&mut self, copy: TempDir, path: &str, reader: Reader) -> Result<Page<'_>> {
        let url = Url::from_file_path(copy.path())
            .ok()
            .with_context(|| format!("{} has no address", copy.path().display()))?;
        self.copies.push(copy);
        self.open(&format!("{url}/{path}"), reader)
    }

    /// Serves the built site until the test ends.
    pub fn serve(&mut self, options: ServeOptions) -> Result<&Site> {
        let site = Site::serve(&self.runtime, &self.root, options)?;
        self.sites.push(site);
        self.sites.last().context("no site was added")
    }

    /// The site served last.
    pub fn site(&self) -> Result<&Site> {
        self.sites
            .last()
            .context("this test has visited nothing yet")
    }

    /// The folder of the built site.
    pub fn site_root(&self) -> &Path {
        &self.root
    }

    /// The test story as a built single file.
    pub fn single_file(&self) -> Result<String> {
        let file = self.root.with_extension("html");
        std::fs::read_to_string(&file)
            .with_context(|| format!("there is no built page at {}", file.display()))
    }

    /// The stories of the built site.
    pub fn stories(&self) -> Result<Vec<String>> {
        stories(&self.root)
    }

    pub fn open(&mut self, url: &str, reader: Reader) -> Result<Page<'_>> {
        // Ends an old session before a new one starts: WebKitGTK's driver allows only one.
        let session = match self.session.take().filter(|session| session.fits(reader)) {
            Some(session) => session,
            None => Session::start(&self.runtime, self.engine, reader)?,
        };
        Page::open(self.session.insert(session), url, reader)
    }

    /// The current page, as a failed test left it.
    pub fn current_page(&self) -> Option<Page<'_>> {
        self.session.as_ref().map(|session| Page { session })
    }

    /// Ends the engine; the next page opens in a fresh one.
    pub fn restart(&mut self) {
        self.sites.clear();
        self.session = None;
    }

    /// Ends what belongs to one test. The next visit replaces a session that no longer answers.
    pub fn tidy_up(&mut self, failed: bool) {
        self.sites.clear();
        self.copies.clear();
        if failed
            && self
                .session
                .as_ref()
                .is_none_or(|session| session.prepare(Reader::DESKTOP).is_err())
        {
            self.session = None;
        }
    }
}

fn temporary_folder(prefix: &str) -> Result<TempDir> {
    Ok(tempfile::Builder::new().prefix(prefix).tempdir()?)
}

/// The folders of the stories in the built site.
pub fn stories(root: &Path) -> Result<Vec<String>> {
    let entries = std::fs::read_dir(root)
        .with_context(|| format!("there is no built site at {}", root.display()))?;
    let folders = entries
        .flatten()
        .filter(|entry| entry.path().join("index.html").is_file());
    let mut stories: Vec<String> = folders
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    stories.sort();
    Ok(stories)
}

/// The packages of the parents' scripts, with the paths under which they are served.
fn packages() -> Result<Vec<(String, PathBuf)>> {
    let list = std::env::var_os("STANDPOINT_PARENTS").context(
        "STANDPOINT_PARENTS names no packages; `cargo xtask test` installs them and says where",
    )?;
    let named = std::env::split_paths(&list).filter_map(|entry| {
        let (name, folder) = entry
            .to_str()?
            .split_once('=')
            .map(|(name, folder)| (name.to_owned(), folder.to_owned()))?;
        Some((format!("/npm/{name}/"), PathBuf::from(folder)))
    });
    Ok(named.collect())
}
