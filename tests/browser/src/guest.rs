//! Our page as a guest: in a frame in the middle of a long article on another host.

use crate::browser::Browser;
use crate::page::Page;
use crate::reader::Reader;
use crate::site::ServeOptions;
use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::json;

/// How the host sets the height of the frame.
#[derive(Clone, Copy, Debug)]
pub enum FrameHeight {
    /// The host resizes the frame as the page in it asks.
    Resized,
    /// The host keeps this height, px.
    Fixed(u32),
}

/// The host's page, at `/host.html` beside a `/before.html`. Its script collects our messages in
/// `received` and the `pageshow` event's `persisted`.
fn host(frame: &str, address: &str, frame_height: FrameHeight) -> String {
    let (height, resize) = match frame_height {
        FrameHeight::Resized => (400, "frame.style.height = data.height + 'px'"),
        FrameHeight::Fixed(height) => (height, ""),
    };
    format!(
        "<!doctype html><html lang=en><head><meta charset=utf-8>
            <meta name=viewport content='width=device-width'>
            <link rel=icon href='data:,'><title>An article</title></head><body style='margin: 0'>
            <script>
                window.received = []
                window.persisted = null
                addEventListener('pageshow', event => window.persisted = event.persisted)
                addEventListener('message', ({{ data, source }}) => {{
                    const frame = document.querySelector('iframe')
                    if (data?.standpoint !== 1 || source !== frame.contentWindow) return
                    if (data.type !== 'height') return void received.push(data)
                    {resize}
                }})
            </script>
            <p style='height: 3000px; margin: 0'>An article</p>
            <iframe id=frame {frame} src='{address}' title=Explainer
                style='display: block; width: 100%; border: 0; height: {height}px'></iframe>
            <p style='height: 3000px; margin: 0'>More of it</p></body></html>"
    )
}

/// What a link in the frame must not change in the host's page.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct ScrollState {
    pub history_length: usize,
    scroll_y: f64,
}

impl Browser {
    /// Opens an article that frames the page at `address`, with further attributes of the frame,
    /// and enters the frame.
    pub fn visit_guest(
        &mut self,
        address: &str,
        frame: &str,
        frame_height: FrameHeight,
        reader: Reader,
    ) -> Result<Page<'_>> {
        let before = "<!doctype html><link rel=icon href='data:,'><title>Before</title>".to_owned();
        let options = ServeOptions::watched().page("/before.html", before);
        let html = host(frame, address, frame_height);
        let page = self.visit_host_served(options, html, reader)?;
        page.enter_guest(frame_height)?;
        Ok(page)
    }
}

impl Page<'_> {
    /// Enters the frame, once its page runs and its height is settled.
    pub fn enter_guest(&self, frame_height: FrameHeight) -> Result<()> {
        self.eval::<()>("void scrollTo(0, 2900)")?;
        self.enter_frame("iframe")?;
        self.hydrated()?;
        match frame_height {
            FrameHeight::Resized => {
                self.wait_for("html[data-embed='auto']")?;
                self.wait_until(
                    "innerHeight >= \
                     document.querySelector('.explainer').getBoundingClientRect().height",
                )
            }
            FrameHeight::Fixed(_) => self.wait_for("html[data-embed='contained']"),
        }
    }

    /// Scrolls both pages until an element is visible, so that a click on it scrolls neither.
    /// WebKit does not scroll the host's page by itself.
    pub fn scroll_into_view(&self, css: &str) -> Result<()> {
        self.at_point(self.point(css)?, |_| Ok(()))
    }

    /// The value of an expression in the host's page.
    pub fn in_host<T: DeserializeOwned>(&self, expression: &str) -> Result<T> {
        self.leave_frames()?;
        let value = self.eval(expression);
        self.enter_frame("iframe")?;
        value
    }

    /// Waits until the expression is true in the host's page.
    pub fn wait_in_host(&self, expression: &str) -> Result<()> {
        self.leave_frames()?;
        let done = self.wait_until(expression);
        self.enter_frame("iframe")?;
        done
    }

    /// Waits until the only match is fully visible: inside the frame and the window around it.
    pub fn wait_in_view(&self, css: &str) -> Result<()> {
        let (top, bottom): (f64, f64) = self.in_host(
            "(({ top, bottom }) => [Math.max(0, -top), Math.min(innerHeight, bottom) - top])\
             (document.querySelector('iframe').getBoundingClientRect())",
        )?;
        let inside = format!(
            "(element => !!element && (({{ top, bottom, height }}) => \
             height > 60 && top >= {top} - 1 && bottom <= {bottom} + 1)\
             (element.getBoundingClientRect()))(document.querySelector({}))",
            json!(css)
        );
        self.wait_until(&inside).with_context(|| {
            let position: String = self
                .eval(&format!(
                    "JSON.stringify([document.querySelector({})?.getBoundingClientRect(), \
                     document.documentElement.style.cssText])",
                    json!(css)
                ))
                .unwrap_or_default();
            format!("{top} to {bottom} of the frame are visible, and `{css}` is at {position}")
        })
    }

    /// Closes all other windows and returns how many were open.
    pub fn close_other_windows(&self) -> Result<usize> {
        let client = &self.session.client;
        self.session.run(async {
            let (own, all) = (client.window().await?, client.windows().await?);
            for window in all.iter().filter(|window| **window != own) {
                client.switch_to_window(window.clone()).await?;
                client.close_window().await?;
            }
            client.switch_to_window(own).await?;
            Ok::<usize, fantoccini::error::CmdError>(all.len() - 1)
        })
    }

    /// Fails if the history has grown or the host's page has moved since `before`.
    pub fn ensure_unmoved(&self, before: ScrollState) -> Result<()> {
        let after = self.scroll_state()?;
        // An engine may round the scroll position to another pixel.
        ensure!(
            before.history_length == after.history_length
                && (before.scroll_y - after.scroll_y).abs() <= 1.0,
            "history and scrolling of the host's page were {before:?}, are {after:?}"
        );
        Ok(())
    }

    pub fn scroll_state(&self) -> Result<ScrollState> {
        self.in_host("{ history_length: history.length, scroll_y: scrollY }")
    }
}
