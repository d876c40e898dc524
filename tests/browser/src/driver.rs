//! An engine's WebDriver: a process on a free port with its own home folder, and its own screen for
//! WebKitGTK, which has no headless mode.

use crate::child::{Child, free_port};
use crate::engine::Engine;
use crate::reader::Reader;
use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::path::Path;
use std::process::Command;
use std::time::Duration;
use tempfile::TempDir;

const BROWSER_LOG: &str = "browser.log";
/// How long a script in the page may run: axe takes its time on a busy machine.
const SCRIPT_TIMEOUT: Duration = Duration::from_secs(150);

const DEADLINE: Duration = Duration::from_secs(30);

pub struct Driver {
    pub engine: Engine,
    pub port: u16,
    pub capabilities: Value,
    process: Child,
    _screen: Option<Child>,
    home: TempDir,
}

impl Driver {
    pub fn start(engine: Engine, reader: Reader) -> Result<Driver> {
        let home = tempfile::Builder::new()
            .prefix("standpoint-browser-")
            .tempdir()?;
        let port = free_port()?;
        let mut command = Command::new(engine.driver()?);
        command.arg(format!("--port={port}"));
        let mut screen = None;
        match engine {
            Engine::Chromium => {}
            // With system access a session may set the page's size and the reader's preferences.
            Engine::Firefox => {
                command.args(["--allow-system-access", "--log=warn"]);
            }
            Engine::WebKit => screen = Some(configure_gtk(&mut command, home.path(), reader)?),
        }
        let mut process = Child::start(&mut command, &home.path().join("driver.log"))?;
        let name = format!("the WebDriver of {}", engine.name());
        process.wait_until_listening(&name, port, DEADLINE)?;
        let capabilities = capabilities(engine, home.path(), reader)?;
        Ok(Driver {
            engine,
            port,
            capabilities,
            process,
            _screen: screen,
            home,
        })
    }

    pub fn log(&self) -> String {
        self.process.output()
    }

    /// Chromium: the output of the browser itself so far.
    pub fn browser_log(&self) -> String {
        std::fs::read(self.home.path().join(BROWSER_LOG))
            .map(|text| String::from_utf8_lossy(&text).into_owned())
            .unwrap_or_default()
    }
}

/// Starts a screen and configures GTK, from which WebKitGTK takes the reader's preferences: theme,
/// animations, and a toolbar narrow enough for 320 px.
fn configure_gtk(command: &mut Command, home: &Path, reader: Reader) -> Result<Child> {
    let config = home.join("gtk-3.0");
    std::fs::create_dir_all(&config)?;
    std::fs::write(
        config.join("gtk.css"),
        "* { padding: 0; margin: 0; min-width: 0; min-height: 0; border-width: 0; font-size: 4px }",
    )?;
    let animations = if reader.reduced_motion { 0 } else { 1 };
    std::fs::write(
        config.join("settings.ini"),
        format!("[Settings]\ngtk-enable-animations={animations}\n"),
    )?;
    let (screen, display) = start_screen(home)?;
    command
        .env("DISPLAY", display)
        .env("NO_AT_BRIDGE", "1")
        .env("GDK_BACKEND", "x11");
    command.env(
        "GTK_THEME",
        if reader.dark {
            "Adwaita:dark"
        } else {
            "Adwaita"
        },
    );
    for place in ["XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"] {
        command.env(place, home);
    }
    command
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("DBUS_SESSION_BUS_ADDRESS");
    Ok(screen)
}

/// Starts Xvfb, which chooses a free display and prints its number.
fn start_screen(home: &Path) -> Result<(Child, String)> {
    let xvfb = which::which("Xvfb")
        .context("`Xvfb` is not on the PATH; WebKitGTK needs it: install xvfb")?;
    let log = home.join("screen.log");
    let mut command = Command::new(xvfb);
    command.args([
        "-displayfd",
        "1",
        "-screen",
        "0",
        "1700x2000x24",
        "-nolisten",
        "tcp",
    ]);
    let mut screen = Child::start(&mut command, &log)?;
    let number = screen.wait_until("Xvfb", DEADLINE, |output| {
        let (complete_lines, _) = output.rsplit_once('\n')?;
        complete_lines
            .lines()
            .find(|line| !line.is_empty() && line.bytes().all(|byte| byte.is_ascii_digit()))
            .map(str::to_owned)
    })?;
    Ok((screen, format!(":{number}")))
}

fn capabilities(engine: Engine, home: &Path, reader: Reader) -> Result<Value> {
    let binary = engine.browser()?;
    let mut capabilities = match engine {
        Engine::Chromium => json!({
            "goog:loggingPrefs": { "browser": "ALL" },
            "goog:chromeOptions": { "args": chromium_arguments(home), "binary": binary },
        }),
        Engine::Firefox => json!({
            "moz:firefoxOptions": {
                "args": ["-headless"],
                "binary": binary,
                "prefs": firefox_preferences(),
            },
        }),
        Engine::WebKit => json!({
            "webkitgtk:browserOptions": { "binary": binary, "args": webkit_arguments(reader) },
        }),
    };
    capabilities["timeouts"] = json!({ "script": SCRIPT_TIMEOUT.as_millis() as u64 });
    Ok(capabilities)
}

/// Hides scroll bars, so that a window of 320 px has 320 px for the page, as on a phone.
fn chromium_arguments(home: &Path) -> Vec<String> {
    let plain = [
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-dev-shm-usage",
        "--no-proxy-server",
        "--hide-scrollbars",
        "--enable-logging",
    ];
    let profile = format!("--user-data-dir={}", home.join("profile").display());
    let log = format!("--log-file={}", home.join(BROWSER_LOG).display());
    plain
        .into_iter()
        .map(str::to_owned)
        .chain([profile, log])
        .collect()
}

fn firefox_preferences() -> Value {
    json!({
        "network.proxy.type": 0,
        "app.update.enabled": false,
        "browser.cache.disk.enable": false,
        "ui.useOverlayScrollbars": 1,
    })
}

fn webkit_arguments(reader: Reader) -> Vec<String> {
    vec![
        "--automation".into(),
        format!("--enable-javascript={}", reader.script),
    ]
}
