//! A web server for the built site, as strict or as broken as a test wants. Each server has its own
//! port, and so its own origin.

use crate::watch;
use anyhow::{Context, Result};
use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use std::net::Ipv4Addr;
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::runtime::Handle;
use tokio::sync::oneshot;

/// Allows the page's styles but not its program. The scripts of the harness still run.
pub const NO_SCRIPT: Policy =
    Policy::Text("default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:");

/// How the server serves the site.
#[derive(Clone, Debug, Default)]
pub struct ServeOptions {
    pub policy: Policy,
    /// The folder of the site: `/news/2026`; empty for the root.
    pub base_path: &'static str,
    pub wasm: Wasm,
    /// Answers 404 if the path contains one of these.
    pub missing: Vec<&'static str>,
    /// Sends scripts as `text/plain`.
    pub plain_scripts: bool,
    /// Puts `watch.js` first into each page.
    pub watched: bool,
    /// Serves no `index.html` for a folder, like object stores.
    pub without_index: bool,
    /// Further pages by path, to embed ours. `{origin}` in them becomes the site's origin.
    pub pages: Vec<(&'static str, String)>,
    /// Further folders, by the path under which they are served.
    pub folders: Vec<(String, PathBuf)>,
}

/// `content-security-policy` as a header.
#[derive(Clone, Copy, Debug, Default)]
pub enum Policy {
    #[default]
    None,
    /// The policy in the meta tag of the site's first page, under which the page must work.
    Own,
    Text(&'static str),
}

impl From<&'static str> for Policy {
    fn from(text: &'static str) -> Policy {
        Policy::Text(text)
    }
}

/// How the server damages the WebAssembly.
#[derive(Clone, Copy, Debug, Default)]
pub enum Wasm {
    #[default]
    Intact,
    Missing,
    Corrupt,
    WrongType,
    /// `application/octet-stream`.
    Untyped,
    Delayed(Duration),
}

impl ServeOptions {
    pub fn watched() -> ServeOptions {
        ServeOptions {
            watched: true,
            ..ServeOptions::default()
        }
    }

    /// Watched, and under the page's own policy.
    pub fn strict() -> ServeOptions {
        ServeOptions::watched().policy(Policy::Own)
    }

    pub fn policy(self, policy: impl Into<Policy>) -> ServeOptions {
        ServeOptions {
            policy: policy.into(),
            ..self
        }
    }

    pub fn base_path(self, base_path: &'static str) -> ServeOptions {
        ServeOptions { base_path, ..self }
    }

    pub fn wasm(self, wasm: Wasm) -> ServeOptions {
        ServeOptions { wasm, ..self }
    }

    pub fn without(mut self, part: &'static str) -> ServeOptions {
        self.missing.push(part);
        self
    }

    pub fn plain_scripts(self) -> ServeOptions {
        ServeOptions {
            plain_scripts: true,
            ..self
        }
    }

    pub fn without_index(self) -> ServeOptions {
        ServeOptions {
            without_index: true,
            ..self
        }
    }

    pub fn page(mut self, path: &'static str, html: String) -> ServeOptions {
        self.pages.push((path, html));
        self
    }

    pub fn folders(self, folders: Vec<(String, PathBuf)>) -> ServeOptions {
        ServeOptions { folders, ..self }
    }
}

/// A served site; dropping it ends the server.
pub struct Site {
    pub origin: String,
    base_path: &'static str,
    requests: Arc<Mutex<Vec<LoggedRequest>>>,
    _end: oneshot::Sender<()>,
}

/// One answered request.
#[derive(Clone, Debug)]
pub struct LoggedRequest {
    pub path: String,
    pub status: u16,
    pub body: Vec<u8>,
}

impl Site {
    pub fn serve(runtime: &Handle, root: &Path, mut options: ServeOptions) -> Result<Site> {
        let listener = runtime
            .block_on(TcpListener::bind((Ipv4Addr::LOCALHOST, 0)))
            .context("no free port")?;
        let origin = format!("http://{}", listener.local_addr()?);
        let (base_path, requests) = (options.base_path, Arc::new(Mutex::new(Vec::new())));
        let policy = header_of(options.policy, root)?;
        options
            .pages
            .iter_mut()
            .for_each(|(_, html)| *html = html.replace("{origin}", &origin));
        let server = Arc::new(Server {
            root: root.to_owned(),
            options,
            policy,
            requests: requests.clone(),
        });
        let router = Router::new().fallback(respond).with_state(server);
        let (end, ended) = oneshot::channel::<()>();
        runtime.spawn(async move {
            let serving = axum::serve(listener, router).into_future();
            tokio::select! { _ = serving => {}, _ = ended => {} }
        });
        Ok(Site {
            origin,
            base_path,
            requests,
            _end: end,
        })
    }

    /// The address of a path in the site: `site.url("harbour/#actor-mayor")`.
    pub fn url(&self, path: &str) -> String {
        format!("{}{}/{path}", self.origin, self.base_path)
    }

    /// The same address by another name of this machine, which is another site for a browser.
    pub fn cross_site_url(&self, path: &str) -> String {
        self.url(path).replacen("127.0.0.1", "localhost", 1)
    }

    /// The requests so far.
    pub fn requests(&self) -> Vec<LoggedRequest> {
        self.requests
            .lock()
            .unwrap_or_else(|poisoned| poisoned.into_inner())
            .clone()
    }
}

struct Server {
    root: PathBuf,
    options: ServeOptions,
    policy: Option<HeaderValue>,
    requests: Arc<Mutex<Vec<LoggedRequest>>>,
}

fn header_of(policy: Policy, root: &Path) -> Result<Option<HeaderValue>> {
    let text = match policy {
        Policy::None => return Ok(None),
        Policy::Text(text) => text.to_owned(),
        Policy::Own => own_policy(root)?,
    };
    Ok(Some(HeaderValue::from_str(&text)?))
}

/// The policy in the meta tag of the site's first page.
pub fn own_policy(root: &Path) -> Result<String> {
    let page = root.join("index.html");
    let html = std::fs::read_to_string(&page)
        .with_context(|| format!("cannot read {}", page.display()))?;
    let content = html
        .split_once("http-equiv=\"Content-Security-Policy\" content=\"")
        .map(|(_, rest)| rest);
    let policy = content
        .and_then(|rest| rest.split('"').next())
        .context("the built page carries no policy")?;
    Ok(policy.to_owned())
}

async fn respond(State(server): State<Arc<Server>>, request: Request) -> Response {
    let path = request.uri().path().to_owned();
    let plain = "text/plain".to_owned();
    let mut place = None;
    let (status, body, kind) = match server.find(&path).await {
        Found::Body(body, kind) => (StatusCode::OK, body, kind),
        Found::Redirect(folder) => {
            place = Some(folder);
            (StatusCode::PERMANENT_REDIRECT, Vec::new(), plain)
        }
        Found::Nothing => (StatusCode::NOT_FOUND, b"nothing here".to_vec(), plain),
    };
    let request = LoggedRequest {
        path,
        status: status.as_u16(),
        body: body.clone(),
    };
    server
        .requests
        .lock()
        .unwrap_or_else(|poisoned| poisoned.into_inner())
        .push(request);
    if let Some(place) = place {
        return Redirect::permanent(&place).into_response();
    }
    let mut response = (
        status,
        [
            (header::CONTENT_TYPE, kind),
            (header::CACHE_CONTROL, "no-store".into()),
        ],
        body,
    )
        .into_response();
    if let Some(policy) = &server.policy {
        response
            .headers_mut()
            .insert(header::CONTENT_SECURITY_POLICY, policy.clone());
    }
    response
}

enum Found {
    Body(Vec<u8>, String),
    /// The address of a folder, with the slash at its end.
    Redirect(String),
    Nothing,
}

impl Server {
    async fn find(&self, path: &str) -> Found {
        if path == watch::PATH {
            return Found::Body(watch::SCRIPT.into(), "text/javascript".into());
        }
        if let Some((_, html)) = self.options.pages.iter().find(|(at, _)| *at == path) {
            return self.page(html.clone().into_bytes());
        }
        if self.options.missing.iter().any(|part| path.contains(part)) {
            return Found::Nothing;
        }
        let Some(file) = self.file(path) else {
            return Found::Nothing;
        };
        if file.is_dir() && self.options.without_index {
            return Found::Nothing;
        }
        if file.is_dir() && !path.ends_with('/') {
            return Found::Redirect(format!("{path}/"));
        }
        self.read(&if file.is_dir() {
            file.join("index.html")
        } else {
            file
        })
        .await
    }

    /// The file of a request path, never outside the root or a further folder.
    fn file(&self, path: &str) -> Option<PathBuf> {
        let further = self
            .options
            .folders
            .iter()
            .find_map(|(at, folder)| Some((folder, path.strip_prefix(at.as_str())?)));
        let (root, inside) = match further {
            Some(further) => further,
            None => (&self.root, path.strip_prefix(self.options.base_path)?),
        };
        let inside = inside.trim_start_matches('/');
        let plain = Path::new(inside)
            .components()
            .all(|part| matches!(part, Component::Normal(_)));
        plain.then(|| root.join(inside))
    }

    async fn read(&self, file: &Path) -> Found {
        let Ok(body) = std::fs::read(file) else {
            return Found::Nothing;
        };
        match file.extension().and_then(|extension| extension.to_str()) {
            Some("wasm") => self.serve_wasm(body).await,
            Some("html") => self.page(body),
            Some("js") if self.options.plain_scripts => Found::Body(body, "text/plain".into()),
            _ => Found::Body(
                body,
                mime_guess::from_path(file)
                    .first_or_octet_stream()
                    .to_string(),
            ),
        }
    }

    fn page(&self, html: Vec<u8>) -> Found {
        let html = if self.options.watched {
            watch::link(&String::from_utf8_lossy(&html)).into_bytes()
        } else {
            html
        };
        Found::Body(html, "text/html; charset=utf-8".into())
    }

    async fn serve_wasm(&self, body: Vec<u8>) -> Found {
        let media_type = "application/wasm".to_owned();
        match self.options.wasm {
            Wasm::Intact => Found::Body(body, media_type),
            Wasm::Missing => Found::Nothing,
            Wasm::Corrupt => Found::Body(body[..body.len() / 2].to_vec(), media_type),
            Wasm::WrongType => Found::Body(body, "text/plain".into()),
            Wasm::Untyped => Found::Body(body, "application/octet-stream".into()),
            Wasm::Delayed(delay) => {
                tokio::time::sleep(delay).await;
                Found::Body(body, media_type)
            }
        }
    }
}
