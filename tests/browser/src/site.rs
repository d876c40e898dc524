//! A web server for the built site, as strict or as broken as a test wants. Each server has its own
//! port, and so its own origin.

use crate::copy::put_first;
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

/// The policy under which the page must work: its own.
pub const STRICT: Policy = Policy::Own;

/// Allows the page's styles but not its program. The scripts of the harness still run.
pub const NO_SCRIPT: Policy =
    Policy::Text("default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:");

/// The address of the listener in a watched page.
pub const WATCH_PATH: &str = "/__watch.js";

/// How a host serves the site.
#[derive(Clone, Debug, Default)]
pub struct Manner {
    pub policy: Policy,
    /// The folder of the site: `/news/2026`; empty for the root.
    pub under: &'static str,
    pub wasm: Wasm,
    /// Answers 404 if the path contains one of these.
    pub gone: Vec<&'static str>,
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
    /// The policy in the meta tag of the site's first page.
    Own,
    Text(&'static str),
}

impl From<&'static str> for Policy {
    fn from(text: &'static str) -> Policy {
        Policy::Text(text)
    }
}

/// How the host damages the WebAssembly.
#[derive(Clone, Copy, Debug, Default)]
pub enum Wasm {
    #[default]
    Whole,
    Missing,
    Corrupt,
    WrongType,
    /// `application/octet-stream`.
    Untyped,
    Late(Duration),
}

impl Manner {
    pub fn watched() -> Manner {
        Manner {
            watched: true,
            ..Manner::default()
        }
    }

    pub fn policy(self, policy: impl Into<Policy>) -> Manner {
        Manner {
            policy: policy.into(),
            ..self
        }
    }

    pub fn under(self, under: &'static str) -> Manner {
        Manner { under, ..self }
    }

    pub fn wasm(self, wasm: Wasm) -> Manner {
        Manner { wasm, ..self }
    }

    pub fn without(mut self, part: &'static str) -> Manner {
        self.gone.push(part);
        self
    }

    pub fn plain_scripts(self) -> Manner {
        Manner {
            plain_scripts: true,
            ..self
        }
    }

    pub fn without_index(self) -> Manner {
        Manner {
            without_index: true,
            ..self
        }
    }

    pub fn page(mut self, path: &'static str, html: String) -> Manner {
        self.pages.push((path, html));
        self
    }

    pub fn folders(self, folders: Vec<(String, PathBuf)>) -> Manner {
        Manner { folders, ..self }
    }
}

/// A served site; dropping it ends the server.
pub struct Site {
    pub origin: String,
    under: &'static str,
    requests: Arc<Mutex<Vec<Served>>>,
    _end: oneshot::Sender<()>,
}

/// One answered request.
#[derive(Clone, Debug)]
pub struct Served {
    pub path: String,
    pub status: u16,
    pub body: Vec<u8>,
}

impl Site {
    pub fn serve(runtime: &Handle, root: &Path, mut manner: Manner) -> Result<Site> {
        let listener = runtime
            .block_on(TcpListener::bind((Ipv4Addr::LOCALHOST, 0)))
            .context("no free port")?;
        let origin = format!("http://{}", listener.local_addr()?);
        let (under, requests) = (manner.under, Arc::new(Mutex::new(Vec::new())));
        let policy = header_of(manner.policy, root)?;
        manner
            .pages
            .iter_mut()
            .for_each(|(_, html)| *html = html.replace("{origin}", &origin));
        let host = Arc::new(Host {
            root: root.to_owned(),
            manner,
            policy,
            requests: requests.clone(),
        });
        let router = Router::new().fallback(answer).with_state(host);
        let (end, ended) = oneshot::channel::<()>();
        runtime.spawn(async move {
            let serving = axum::serve(listener, router).into_future();
            tokio::select! { _ = serving => {}, _ = ended => {} }
        });
        Ok(Site {
            origin,
            under,
            requests,
            _end: end,
        })
    }

    /// The address of a path in the site: `site.url("harbour/#actor-mayor")`.
    pub fn url(&self, path: &str) -> String {
        format!("{}{}/{path}", self.origin, self.under)
    }

    /// The same address by another name of this machine: for a browser another host and another
    /// site.
    pub fn url_elsewhere(&self, path: &str) -> String {
        self.url(path).replacen("127.0.0.1", "localhost", 1)
    }

    /// The requests so far.
    pub fn served(&self) -> Vec<Served> {
        self.requests
            .lock()
            .unwrap_or_else(|poisoned| poisoned.into_inner())
            .clone()
    }
}

struct Host {
    root: PathBuf,
    manner: Manner,
    policy: Option<HeaderValue>,
    requests: Arc<Mutex<Vec<Served>>>,
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

async fn answer(State(host): State<Arc<Host>>, request: Request) -> Response {
    let path = request.uri().path().to_owned();
    let plain = "text/plain".to_owned();
    let mut place = None;
    let (status, body, kind) = match host.find(&path).await {
        Found::Body(body, kind) => (StatusCode::OK, body, kind),
        Found::Elsewhere(folder) => {
            place = Some(folder);
            (StatusCode::PERMANENT_REDIRECT, Vec::new(), plain)
        }
        Found::Nothing => (StatusCode::NOT_FOUND, b"nothing here".to_vec(), plain),
    };
    let served = Served {
        path,
        status: status.as_u16(),
        body: body.clone(),
    };
    host.requests
        .lock()
        .unwrap_or_else(|poisoned| poisoned.into_inner())
        .push(served);
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
    if let Some(policy) = &host.policy {
        response
            .headers_mut()
            .insert(header::CONTENT_SECURITY_POLICY, policy.clone());
    }
    response
}

enum Found {
    Body(Vec<u8>, String),
    Elsewhere(String),
    Nothing,
}

impl Host {
    async fn find(&self, path: &str) -> Found {
        if path == WATCH_PATH {
            return Found::Body(
                include_bytes!("watch.js").to_vec(),
                "text/javascript".into(),
            );
        }
        if let Some((_, html)) = self.manner.pages.iter().find(|(at, _)| *at == path) {
            return self.page(html.clone().into_bytes());
        }
        if self.manner.gone.iter().any(|part| path.contains(part)) {
            return Found::Nothing;
        }
        let Some(file) = self.file(path) else {
            return Found::Nothing;
        };
        if file.is_dir() && self.manner.without_index {
            return Found::Nothing;
        }
        if file.is_dir() && !path.ends_with('/') {
            return Found::Elsewhere(format!("{path}/"));
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
            .manner
            .folders
            .iter()
            .find_map(|(at, folder)| Some((folder, path.strip_prefix(at.as_str())?)));
        let (root, inside) = match further {
            Some(further) => further,
            None => (&self.root, path.strip_prefix(self.manner.under)?),
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
            Some("wasm") => self.spoil(body).await,
            Some("html") => self.page(body),
            Some("js") if self.manner.plain_scripts => Found::Body(body, "text/plain".into()),
            _ => Found::Body(
                body,
                mime_guess::from_path(file)
                    .first_or_octet_stream()
                    .to_string(),
            ),
        }
    }

    fn page(&self, html: Vec<u8>) -> Found {
        let html = if self.manner.watched {
            watch(html)
        } else {
            html
        };
        Found::Body(html, "text/html; charset=utf-8".into())
    }

    async fn spoil(&self, body: Vec<u8>) -> Found {
        let right = "application/wasm".to_owned();
        match self.manner.wasm {
            Wasm::Whole => Found::Body(body, right),
            Wasm::Missing => Found::Nothing,
            Wasm::Corrupt => Found::Body(body[..body.len() / 2].to_vec(), right),
            Wasm::WrongType => Found::Body(body, "text/plain".into()),
            Wasm::Untyped => Found::Body(body, "application/octet-stream".into()),
            Wasm::Late(by) => {
                tokio::time::sleep(by).await;
                Found::Body(body, right)
            }
        }
    }
}

/// Puts the listener first into the page. It is a file on the same host, so it runs under every
/// policy that allows the page's own scripts.
pub fn watch(html: Vec<u8>) -> Vec<u8> {
    put_first(
        &String::from_utf8_lossy(&html),
        &format!("<script src=\"{WATCH_PATH}\"></script>"),
    )
    .into_bytes()
}
