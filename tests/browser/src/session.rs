//! A WebDriver session: started once, then prepared for one reader after another.

use crate::commands;
use crate::driver::Driver;
use crate::engine::Engine;
use crate::reader::Reader;
use anyhow::{Context, Result, bail};
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use std::cell::{Cell, RefCell};
use std::future::Future;
use std::time::Duration;
use tokio::runtime::Handle;

/// Commands take less time, unless the browser hangs.
const COMMAND_TIMEOUT: Duration = Duration::from_secs(180);

pub struct Session {
    pub engine: Engine,
    pub client: Client,
    runtime: Handle,
    /// The selectors of the entered frames, outermost first.
    pub frames: RefCell<Vec<String>>,
    /// The reader of the current visit.
    pub reader: Cell<Reader>,
    /// The length of the browser's log at the start of the visit.
    browser_log_start: Cell<usize>,
    started_for: Reader,
    driver: Driver,
}

/// The number of attempts to start an engine.
const MAX_STARTS: usize = 3;

impl Session {
    /// Retries, because another process may take the free port before the driver does.
    pub fn start(runtime: &Handle, engine: Engine, reader: Reader) -> Result<Session> {
        for _ in 1..MAX_STARTS {
            match Self::start_once(runtime, engine, reader) {
                Err(error) => eprintln!(
                    "[{}] started again, because at first: {error:#}",
                    engine.name()
                ),
                started => return started,
            }
        }
        Self::start_once(runtime, engine, reader)
    }

    fn start_once(runtime: &Handle, engine: Engine, reader: Reader) -> Result<Session> {
        let driver = Driver::start(engine, reader)?;
        let Value::Object(capabilities) = driver.capabilities.clone() else {
            bail!("the capabilities of {} are not an object", engine.name())
        };
        let url = format!("http://127.0.0.1:{}", driver.port);
        let connect = async {
            let mut builder = ClientBuilder::new(HttpConnector::new());
            builder.capabilities(capabilities);
            tokio::time::timeout(COMMAND_TIMEOUT, builder.connect(&url)).await
        };
        let answer = runtime
            .block_on(connect)
            .with_context(|| format!("{} did not start in time", engine.name()))?;
        let client = answer.with_context(|| {
            format!(
                "{} did not start; its driver says: {}",
                engine.name(),
                driver.log()
            )
        })?;
        Ok(Session {
            engine,
            client,
            runtime: runtime.clone(),
            frames: RefCell::default(),
            reader: Cell::new(reader),
            browser_log_start: Cell::default(),
            started_for: reader,
            driver,
        })
    }

    /// Whether the session can serve this reader. WebKitGTK reads the preferences only at its
    /// start; the other engines change them in the running session.
    pub fn fits(&self, reader: Reader) -> bool {
        let start_settings = |reader: Reader| (reader.dark, reader.script, reader.reduced_motion);
        self.engine != Engine::WebKit || start_settings(self.started_for) == start_settings(reader)
    }

    pub fn prepare(&self, reader: Reader) -> Result<()> {
        self.reader.set(reader);
        self.frames.borrow_mut().clear();
        self.run(commands::leave_frames(&self.client))?;
        self.run(self.client.goto("about:blank"))?;
        match self.engine {
            Engine::Chromium => self.prepare_chromium(reader),
            Engine::Firefox => self.prepare_firefox(reader),
            Engine::WebKit => self.prepare_webkit(reader),
        }
        .with_context(|| {
            format!(
                "cannot prepare {} for {}",
                self.engine.name(),
                reader.describe()
            )
        })
    }

    /// Waits for a command, up to the timeout.
    #[track_caller]
    pub fn run<T, E>(&self, command: impl Future<Output = Result<T, E>>) -> Result<T>
    where
        E: std::error::Error + Send + Sync + 'static,
    {
        let asked = std::panic::Location::caller();
        match self
            .runtime
            .block_on(async { tokio::time::timeout(COMMAND_TIMEOUT, command).await })
        {
            Ok(answer) => Ok(answer?),
            Err(_) => bail!(
                "{} hung for {} s at {asked}; its driver says: {}",
                self.engine.name(),
                COMMAND_TIMEOUT.as_secs(),
                self.driver_log()
            ),
        }
    }

    pub fn devtools(&self, command: &str, params: Value) -> Result<Value> {
        self.run(commands::devtools(&self.client, command, params))
    }

    pub fn driver_log(&self) -> String {
        self.driver.log()
    }

    /// Chromium: the browser's output since the start of the visit, by line.
    pub fn browser_log(&self) -> Vec<String> {
        let all = self.driver.browser_log();
        all.get(self.browser_log_start.get()..)
            .unwrap_or_default()
            .lines()
            .map(str::to_owned)
            .collect()
    }

    fn prepare_chromium(&self, reader: Reader) -> Result<()> {
        let size = json!({
            "width": reader.width, "height": reader.height, "deviceScaleFactor": 1, "mobile": false
        });
        let scheme = if reader.dark { "dark" } else { "light" };
        let motion = if reader.reduced_motion {
            "reduce"
        } else {
            "no-preference"
        };
        let media = json!({ "features": [
            { "name": "prefers-color-scheme", "value": scheme },
            { "name": "prefers-reduced-motion", "value": motion },
        ] });
        self.devtools("Emulation.setDeviceMetricsOverride", size)?;
        self.devtools("Emulation.setEmulatedMedia", media)?;
        self.devtools(
            "Emulation.setScriptExecutionDisabled",
            json!({ "value": !reader.script }),
        )?;
        self.run(commands::console_log(&self.client))?;
        self.browser_log_start.set(self.driver.browser_log().len());
        Ok(())
    }

    fn prepare_firefox(&self, reader: Reader) -> Result<()> {
        let arguments = vec![
            json!(reader.width),
            json!(reader.height),
            json!(reader.dark),
            json!(reader.reduced_motion),
            json!(reader.script),
        ];
        self.run(commands::in_firefox(
            &self.client,
            include_str!("firefox.js"),
            arguments,
        ))?;
        Ok(())
    }

    /// Makes the window larger than the reader's size, by the size of its toolbar.
    fn prepare_webkit(&self, reader: Reader) -> Result<()> {
        self.run(
            self.client
                .set_window_rect(0, 0, reader.width, reader.height),
        )?;
        let inner = self.run(self.client.execute("return innerHeight", Vec::new()))?;
        let toolbar = reader
            .height
            .saturating_sub(inner.as_u64().unwrap_or_default() as u32);
        self.run(
            self.client
                .set_window_rect(0, 0, reader.width, reader.height + toolbar),
        )
    }
}

impl Drop for Session {
    /// Asks the driver to end its browser; the driver itself ends after this.
    fn drop(&mut self) {
        let close = self.client.clone().close();
        let _ = self
            .runtime
            .block_on(async { tokio::time::timeout(Duration::from_secs(5), close).await });
    }
}
