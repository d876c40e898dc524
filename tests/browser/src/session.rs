//! One WebDriver session: started once, then prepared for one reader after the other. Knows no
//! page.

use crate::driver::Driver;
use crate::engine::Engine;
use crate::reader::Reader;
use crate::wire;
use anyhow::{Context, Result, bail};
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use std::cell::{Cell, RefCell};
use std::future::Future;
use std::time::Duration;
use tokio::runtime::Handle;

/// No single command takes longer, unless the browser hangs.
const PATIENCE: Duration = Duration::from_secs(60);

pub struct Session {
    pub engine: Engine,
    pub client: Client,
    runtime: Handle,
    /// The entered frames, from the outermost, by selector.
    pub frames: RefCell<Vec<String>>,
    /// How long the browser's log was when the reader came.
    printed_before: Cell<usize>,
    started_for: Reader,
    driver: Driver,
}

/// So often an engine is started before it counts as one that does not start.
const STARTS: usize = 3;

impl Session {
    /// Starts again where that fails: the port that was free for the driver may be taken by another
    /// connection before the driver has it.
    pub fn start(runtime: &Handle, engine: Engine, reader: Reader) -> Result<Session> {
        for _ in 1..STARTS {
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
            bail!("capabilities are an object")
        };
        let url = format!("http://127.0.0.1:{}", driver.port);
        let connect = async {
            let mut builder = ClientBuilder::new(HttpConnector::new());
            builder.capabilities(capabilities);
            tokio::time::timeout(PATIENCE, builder.connect(&url)).await
        };
        let answer = runtime
            .block_on(connect)
            .with_context(|| format!("{} did not start in time", engine.name()))?;
        let client = answer.with_context(|| {
            format!(
                "{} did not start; its driver says: {}",
                engine.name(),
                driver.said()
            )
        })?;
        Ok(Session {
            engine,
            client,
            runtime: runtime.clone(),
            frames: RefCell::default(),
            printed_before: Cell::default(),
            started_for: reader,
            driver,
        })
    }

    /// WebKitGTK takes the preferences at its start; the others change them in the running session.
    pub fn fits(&self, reader: Reader) -> bool {
        let told_at_start = |reader: Reader| (reader.dark, reader.script, reader.still);
        self.engine != Engine::WebKit || told_at_start(self.started_for) == told_at_start(reader)
    }

    pub fn prepare(&self, reader: Reader) -> Result<()> {
        self.frames.borrow_mut().clear();
        self.run(wire::leave_frames(&self.client))?;
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

    /// Waits for a command, but not for ever.
    #[track_caller]
    pub fn run<T, E>(&self, command: impl Future<Output = Result<T, E>>) -> Result<T>
    where
        E: std::error::Error + Send + Sync + 'static,
    {
        let asked = std::panic::Location::caller();
        match self
            .runtime
            .block_on(async { tokio::time::timeout(PATIENCE, command).await })
        {
            Ok(answer) => Ok(answer?),
            Err(_) => bail!(
                "{} hung for {} s at {asked}; its driver says: {}",
                self.engine.name(),
                PATIENCE.as_secs(),
                self.said()
            ),
        }
    }

    pub fn devtools(&self, command: &str, params: Value) -> Result<Value> {
        self.run(wire::devtools(&self.client, command, params))
    }

    pub fn said(&self) -> String {
        self.driver.said()
    }

    /// Chromium: what the browser has printed since the reader came, line by line.
    pub fn printed(&self) -> Vec<String> {
        let all = self.driver.printed();
        all.get(self.printed_before.get()..)
            .unwrap_or_default()
            .lines()
            .map(str::to_owned)
            .collect()
    }

    fn prepare_chromium(&self, reader: Reader) -> Result<()> {
        let size = json!({ "width": reader.width, "height": reader.height, "deviceScaleFactor": 1, "mobile": false });
        let scheme = if reader.dark { "dark" } else { "light" };
        let motion = if reader.still {
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
        self.run(wire::console_log(&self.client))?;
        self.printed_before.set(self.driver.printed().len());
        Ok(())
    }

    fn prepare_firefox(&self, reader: Reader) -> Result<()> {
        let facts = [
            json!(reader.width),
            json!(reader.height),
            json!(reader.dark),
            json!(reader.still),
            json!(reader.script),
        ];
        self.run(wire::in_firefox(
            &self.client,
            include_str!("firefox.js"),
            facts.to_vec(),
        ))?;
        Ok(())
    }

    /// The window has a toolbar: what it takes is added.
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
