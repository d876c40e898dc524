//! Debian's nginx, serving the built site by the configuration in our documents.

use crate::child::{Child, free_port};
use crate::watch;
use anyhow::{Context, Result};
use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;
use tempfile::TempDir;

const DEADLINE: Duration = Duration::from_secs(20);

/// The folder of the site below the root, with a space in it, and its form in an address.
const FOLDER: &str = "our news/2026";
const ADDRESS: &str = "our%20news/2026";

/// Debian's module for `.br` copies.
const BROTLI: &str = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";

pub struct Nginx {
    port: u16,
    /// Whether nginx can send `.br` copies.
    pub brotli: bool,
    _process: Child,
    _home: TempDir,
}

/// The program, if it is installed. Only root has its folder on the PATH.
pub fn program() -> Option<PathBuf> {
    which::which("nginx")
        .or_else(|_| which::which("/usr/sbin/nginx"))
        .ok()
}

impl Nginx {
    /// Serves the site from a folder below the root, with its pages watched.
    pub fn start(program: &Path, site: &Path, config: &str) -> Result<Nginx> {
        let home = tempfile::Builder::new()
            .prefix("standpoint-nginx-")
            .tempdir()?;
        let root = home.path().join("root");
        watch::copy_site(site, &root.join(FOLDER), watch::link)?;
        fs::write(
            root.join(watch::PATH.trim_start_matches('/')),
            watch::SCRIPT,
        )?;
        let (port, brotli) = (free_port()?, Path::new(BROTLI).is_file());
        fs::write(
            home.path().join("site.conf"),
            adapted_config(config, port, &root, brotli)?,
        )?;
        fs::write(
            home.path().join("nginx.conf"),
            main_config(home.path(), brotli),
        )?;
        let mut command = Command::new(program);
        command
            .arg("-p")
            .arg(home.path())
            .arg("-c")
            .arg(home.path().join("nginx.conf"))
            .args(["-e", "stderr"]);
        let mut process = Child::start(&mut command, &home.path().join("nginx.log"))?;
        process.wait_until_listening("nginx", port, DEADLINE)?;
        Ok(Nginx {
            port,
            brotli,
            _process: process,
            _home: home,
        })
    }

    /// The address of a path in the site.
    pub fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}/{ADDRESS}/{path}", self.port)
    }

    /// The status line and headers of a response, in lower case, to a request that accepts this
    /// compression.
    pub fn head(&self, path: &str, accept: &str) -> Result<String> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port))?;
        let request = format!("GET /{ADDRESS}/{path} HTTP/1.1\r\nHost: h\r\nConnection: close\r\n");
        write!(stream, "{request}Accept-Encoding: {accept}\r\n\r\n")?;
        let mut response = Vec::new();
        stream.read_to_end(&mut response)?;
        let response = String::from_utf8_lossy(&response).to_lowercase();
        Ok(response
            .split("\r\n\r\n")
            .next()
            .unwrap_or_default()
            .to_owned())
    }
}

/// The documented configuration, with the port and folder of the test.
fn adapted_config(config: &str, port: u16, root: &Path, brotli: bool) -> Result<String> {
    let (listen, folder) = (
        format!("listen 127.0.0.1:{port};"),
        format!("root \"{}\";", root.display()),
    );
    let mut text = config.to_owned();
    for (theirs, ours) in [
        ("listen 80;", &*listen),
        ("root /var/www/explainers;", &folder),
    ] {
        text.find(theirs)
            .with_context(|| format!("docs/nginx.conf no longer says `{theirs}`"))?;
        text = text.replace(theirs, ours);
    }
    Ok(if brotli {
        text.replace("# brotli_static on;", "brotli_static on;")
    } else {
        text
    })
}

/// Debian's nginx.conf around a site, without the paths of its service.
fn main_config(home: &Path, brotli: bool) -> String {
    let home = home.display();
    let module = if brotli {
        format!("load_module {BROTLI};\n")
    } else {
        String::new()
    };
    // Lets the worker read what the test may read. Only root needs the line.
    let user = if rustix::process::geteuid().is_root() {
        "user root;\n"
    } else {
        ""
    };
    let folders: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .iter()
        .map(|what| format!("    {what}_temp_path \"{home}/{what}\";\n"))
        .collect();
    format!(
        "{module}{user}daemon off;\nworker_processes 1;\npid \"{home}/nginx.pid\";\n\
         error_log stderr;\nevents {{}}\n\
         http {{\n    include /etc/nginx/mime.types;\n    \
         default_type application/octet-stream;\n    access_log off;\n\
         {folders}    include \"{home}/site.conf\";\n}}\n"
    )
}
