//! Serves a folder over HTTP on this machine only, to look at a built site and for tests.

use super::policy::policy;
use axum::Router;
use axum::http::{HeaderName, HeaderValue, header};
use std::future::Future;
use std::io::{self, ErrorKind};
use std::net::Ipv4Addr;
use std::path::{Path, PathBuf};
use tokio::net::TcpListener;
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;

/// How many ports are tried after a taken one.
const TRIES: u16 = 20;

/// A folder, and the port to serve it on.
pub struct Server {
    folder: PathBuf,
    listener: TcpListener,
    headers: Vec<(HeaderName, HeaderValue)>,
}

impl Server {
    /// Takes `port`, or the next free one of twenty; 0 takes any. Every answer has the strict
    /// policy and must not be cached.
    ///
    /// # Errors
    ///
    /// When no port is free.
    pub async fn bind(folder: &Path, port: u16) -> io::Result<Self> {
        let headers = vec![
            (
                header::CONTENT_SECURITY_POLICY,
                HeaderValue::from_static(policy()),
            ),
            (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
            (
                header::X_CONTENT_TYPE_OPTIONS,
                HeaderValue::from_static("nosniff"),
            ),
        ];
        Ok(Self {
            folder: folder.into(),
            listener: listen(port).await?,
            headers,
        })
    }

    /// Sets a header of every answer, in place of one of the same name.
    pub fn header(mut self, name: &'static str, value: &'static str) -> Self {
        let name = HeaderName::from_static(name);
        self.headers.retain(|(set, _)| *set != name);
        self.headers.push((name, HeaderValue::from_static(value)));
        self
    }

    pub fn port(&self) -> u16 {
        self.listener
            .local_addr()
            .map_or(0, |address| address.port())
    }

    pub fn address(&self) -> String {
        format!("http://localhost:{}/", self.port())
    }

    /// Serves until the future is done.
    ///
    /// # Errors
    ///
    /// When the network fails as a whole; a single request that fails is answered.
    pub async fn run(self, until: impl Future<Output = ()> + Send + 'static) -> io::Result<()> {
        let files = Router::new().fallback_service(ServeDir::new(self.folder));
        let router = self
            .headers
            .into_iter()
            .fold(files, |router, (name, value)| {
                router.layer(SetResponseHeaderLayer::overriding(name, value))
            });
        axum::serve(self.listener, router)
            .with_graceful_shutdown(until)
            .await
    }

    /// Serves in another thread until the returned value is dropped; for tests.
    pub fn in_background(
        folder: &Path,
        headers: &[(&'static str, &'static str)],
    ) -> io::Result<Background> {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_io()
            .build()?;
        let server = runtime.block_on(Self::bind(folder, 0))?;
        let server = headers
            .iter()
            .fold(server, |server, (name, value)| server.header(name, value));
        let (port, (stop, stopped)) = (server.port(), tokio::sync::oneshot::channel::<()>());
        std::thread::spawn(move || runtime.block_on(server.run(async { _ = stopped.await })));
        Ok(Background { port, _stop: stop })
    }
}

/// A server that lives as long as this value.
pub struct Background {
    pub port: u16,
    _stop: tokio::sync::oneshot::Sender<()>,
}

async fn listen(port: u16) -> io::Result<TcpListener> {
    let mut next = port;
    loop {
        match TcpListener::bind((Ipv4Addr::LOCALHOST, next)).await {
            Err(error)
                if error.kind() == ErrorKind::AddrInUse
                    && next - port < TRIES
                    && next < u16::MAX =>
            {
                next += 1
            }
            result => return result,
        }
    }
}
