//! An open page: how to act on it, read it, and wait for a state (never for a time).

use crate::commands;
use crate::engine::Engine;
use crate::reader::Reader;
use crate::session::Session;
use anyhow::{Context, Result, anyhow, bail};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use fantoccini::Locator;
use fantoccini::actions::{
    InputSource, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MouseActions, PointerAction,
    WheelAction, WheelActions,
};
pub use fantoccini::key::Key;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::path::Path;
use std::time::{Duration, Instant};

/// Long enough for a busy machine with two cores. A passing test never waits for it.
const DEADLINE: Duration = Duration::from_secs(20);
const POLL_INTERVAL: Duration = Duration::from_millis(20);

/// The root element of the app.
const ROOT: &str = "#standpoint";

#[derive(Clone, Copy)]
pub struct Page<'s> {
    pub session: &'s Session,
}

/// In px from the top left corner of the viewport.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct Point {
    pub x: f64,
    pub y: f64,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum Target {
    Point(Point),
    Error(String),
}

impl<'s> Page<'s> {
    pub fn open(session: &'s Session, url: &str, reader: Reader) -> Result<Page<'s>> {
        session.prepare(reader)?;
        session
            .run(session.client.goto(url))
            .with_context(|| format!("cannot open {url}"))?;
        let page = Page { session };
        let width: u32 = page.eval("innerWidth")?;
        if width != reader.width {
            bail!(
                "{} is {width} px wide, not the {} px that were asked for",
                session.engine.name(),
                reader.width
            );
        }
        Ok(page)
    }

    pub fn goto(&self, url: &str) -> Result<()> {
        self.session.run(self.session.client.goto(url))
    }

    /// Loads the page again and waits until the new one answers: WebKitGTK's driver returns while
    /// the old page still does.
    pub fn reload(&self) -> Result<()> {
        self.eval::<()>("void (window.__old = true)")?;
        self.session.run(self.session.client.refresh())?;
        self.wait_until("!window.__old && document.readyState !== 'loading'")
    }

    // Within a page, steps go through the page's own history: through WebKitGTK's driver a step may
    // overtake the one before it and lead nowhere. Between pages, steps go through the driver,
    // which waits for the page: a busy WebKitGTK hangs if it gets a command while it restores a
    // page from its cache.

    pub fn back(&self) -> Result<()> {
        self.eval("void history.back()")
    }

    pub fn forward(&self) -> Result<()> {
        self.eval("void history.forward()")
    }

    pub fn back_to_page(&self) -> Result<()> {
        self.session.run(self.session.client.back())
    }

    pub fn forward_to_page(&self) -> Result<()> {
        self.session.run(self.session.client.forward())
    }

    // Waiting.

    /// Waits until the app has hydrated the page.
    pub fn hydrated(&self) -> Result<()> {
        self.wait_for(&format!("{ROOT}[data-state='hydrated']"))
    }

    /// Waits until the app has given up and restored the static page.
    pub fn failed(&self) -> Result<()> {
        self.wait_for(&format!("{ROOT}[data-state='failed']"))
    }

    /// Waits until the current state has been painted.
    pub fn painted(&self) -> Result<()> {
        let script = "const done = arguments[0];
            requestAnimationFrame(() => requestAnimationFrame(() => done()))";
        self.session
            .run(self.session.client.execute_async(script, Vec::new()))
            .map(drop)
            .context("no animation frame")
    }

    /// Waits until an element matches the selector.
    pub fn wait_for(&self, css: &str) -> Result<()> {
        let present = format!("!!document.querySelector({})", json!(css));
        self.wait_until(&present)
            .with_context(|| format!("nothing matches `{css}`"))
    }

    /// Waits until no element matches the selector.
    pub fn wait_gone(&self, css: &str) -> Result<()> {
        let gone = format!("!document.querySelector({})", json!(css));
        self.wait_until(&gone)
            .with_context(|| format!("`{css}` still matches"))
    }

    /// Waits until the expression is true.
    pub fn wait_until(&self, expression: &str) -> Result<()> {
        let deadline = Instant::now() + DEADLINE;
        // A page answers with nothing while it unloads.
        while self.eval::<Option<bool>>(expression)? != Some(true) {
            if Instant::now() > deadline {
                bail!(
                    "timed out after {} s waiting for `{expression}`",
                    DEADLINE.as_secs()
                );
            }
            std::thread::sleep(POLL_INTERVAL);
        }
        Ok(())
    }

    // Reading.

    /// The value of a JavaScript expression.
    pub fn eval<T: DeserializeOwned>(&self, expression: &str) -> Result<T> {
        self.run_script(&format!("return ({expression});"), Vec::new())
    }

    /// The value that a script returns; its arguments are `arguments[0]` and so on.
    pub fn run_script<T: DeserializeOwned>(&self, body: &str, args: Vec<Value>) -> Result<T> {
        let answer = self
            .session
            .run(self.session.client.execute(body, args))
            .with_context(|| format!("in the script `{body}`"))?;
        serde_json::from_value(answer.clone()).with_context(|| format!("`{body}` gave {answer}"))
    }

    pub fn count(&self, css: &str) -> Result<usize> {
        self.eval(&format!("document.querySelectorAll({}).length", json!(css)))
    }

    /// The visible text of the first match.
    pub fn text(&self, css: &str) -> Result<String> {
        self.session
            .run(async { self.find(css).await?.text().await })
            .with_context(|| format!("no text of `{css}`"))
    }

    pub fn attribute(&self, css: &str, name: &str) -> Result<Option<String>> {
        self.session
            .run(async { self.find(css).await?.attr(name).await })
            .with_context(|| format!("no `{css}`"))
    }

    pub fn fragment(&self) -> Result<String> {
        let url = self.session.run(self.session.client.current_url())?;
        Ok(url
            .fragment()
            .map(|fragment| format!("#{fragment}"))
            .unwrap_or_default())
    }

    /// Whether the element with the focus matches the selector.
    pub fn has_focus(&self, css: &str) -> Result<bool> {
        self.eval(&focus_matches(css))
    }

    // Acting.

    /// Clicks like a reader: scrolls the element into view and presses the pointer on it.
    pub fn click(&self, css: &str) -> Result<()> {
        self.at_point(self.point(css)?, |point| self.click_at(point))
            .with_context(|| format!("cannot click `{css}`"))
    }

    fn click_at(&self, Point { x, y }: Point) -> Result<()> {
        let to = PointerAction::MoveTo {
            duration: None,
            x,
            y,
        };
        let button = MOUSE_BUTTON_LEFT;
        let pointer = MouseActions::new("mouse".into())
            .then(to)
            .then(PointerAction::Down { button })
            .then(PointerAction::Up { button });
        self.session
            .run(self.session.client.perform_actions(pointer))
    }

    /// Turns the wheel over a point of the viewport, by px downwards.
    pub fn wheel(&self, over: Point, down: i64) -> Result<()> {
        self.at_point(over, |Point { x, y }| {
            let (x, y) = (x as i64, y as i64);
            let turn = WheelAction::Scroll {
                duration: None,
                x,
                y,
                delta_x: 0,
                delta_y: down,
            };
            self.session.run(
                self.session
                    .client
                    .perform_actions(WheelActions::new("wheel".into()).then(turn)),
            )
        })
        .context("cannot turn the wheel")
    }

    /// Scrolls the element into view and returns a point at which the pointer hits it.
    pub fn point(&self, css: &str) -> Result<Point> {
        match self.run_script(include_str!("point.js"), vec![json!(css)])? {
            Target::Point(point) => Ok(point),
            Target::Error(why) => bail!("`{css}` cannot be clicked: {why}"),
        }
    }

    /// Focuses the first visible match.
    pub fn focus(&self, css: &str) -> Result<()> {
        let script = "[...document.querySelectorAll(arguments[0])]
            .find(match => match.checkVisibility())?.focus()";
        self.run_script::<()>(script, vec![json!(css)])?;
        self.wait_until(&focus_matches(css))
            .with_context(|| format!("`{css}` does not take the focus"))
    }

    /// Presses a key on whatever has the focus.
    pub fn press(&self, key: Key) -> Result<()> {
        self.type_text(&char::from(key).to_string())
    }

    /// Types the characters one by one into whatever has the focus.
    pub fn type_text(&self, text: &str) -> Result<()> {
        let actions = text
            .chars()
            .fold(KeyActions::new("keyboard".into()), |actions, value| {
                actions
                    .then(KeyAction::Down { value })
                    .then(KeyAction::Up { value })
            });
        self.session
            .run(self.session.client.perform_actions(actions))
    }

    // Recording.

    /// Saves the page as PNG, in full length if the engine can (WebKitGTK saves the window).
    pub fn screenshot(&self, file: &Path) -> Result<()> {
        if self.session.reader.get().script {
            self.painted()?;
        }
        let png = match self.session.engine {
            Engine::Chromium => decode(&self.capture_beyond_viewport()?)?,
            Engine::Firefox => decode(
                &self
                    .session
                    .run(commands::full_screenshot(&self.session.client))?,
            )?,
            Engine::WebKit => self.session.run(self.session.client.screenshot())?,
        };
        std::fs::write(file, png).with_context(|| format!("cannot write {}", file.display()))
    }

    fn capture_beyond_viewport(&self) -> Result<Value> {
        let answer = self.session.devtools(
            "Page.captureScreenshot",
            json!({ "format": "png", "captureBeyondViewport": true }),
        )?;
        answer
            .get("data")
            .cloned()
            .ok_or_else(|| anyhow!("Chromium took no screenshot"))
    }

    async fn find(
        &self,
        css: &str,
    ) -> Result<fantoccini::elements::Element, fantoccini::error::CmdError> {
        self.session.client.find(Locator::Css(css)).await
    }
}

fn focus_matches(css: &str) -> String {
    format!("!!document.activeElement?.matches({})", json!(css))
}

fn decode(value: &Value) -> Result<Vec<u8>> {
    let text = value
        .as_str()
        .ok_or_else(|| anyhow!("the screenshot is not a string"))?;
    Ok(BASE64_STANDARD.decode(text)?)
}
