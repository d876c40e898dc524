//! Our page as a guest: an article of another host, some screens long, with a frame in its middle.
//! Knows the contract of the built page and of its messages, no story.

use crate::browser::Browser;
use crate::page::Page;
use crate::reader::Reader;
use crate::site::Manner;
use anyhow::{Context, Result, ensure};
use serde::de::DeserializeOwned;
use serde_json::json;

/// What the host does about the height of the frame.
#[derive(Clone, Copy, Debug)]
pub enum Room {
    /// It grows the frame as the page in it asks.
    Grown,
    /// It keeps this height, px.
    Kept(u32),
}

/// The page around, at `/host.html` beside a `/before.html`: it keeps the messages of our own form
/// in `told`, and what `pageshow` said in `persisted`.
fn host(frame: &str, address: &str, room: Room) -> String {
    let height = if let Room::Kept(height) = room {
        height
    } else {
        400
    };
    let grow = if matches!(room, Room::Grown) {
        "frame.style.height = data.height + 'px'"
    } else {
        ""
    };
    format!(
        "<!doctype html><html lang=en><head><meta charset=utf-8><meta name=viewport content='width=device-width'>
            <link rel=icon href='data:,'><title>An article</title></head><body style='margin: 0'>
            <script>
                window.told = []
                window.persisted = null
                addEventListener('pageshow', event => window.persisted = event.persisted)
                addEventListener('message', ({{ data, source }}) => {{
                    const frame = document.querySelector('iframe')
                    if (data?.standpoint !== 1 || source !== frame.contentWindow) return
                    if (data.type !== 'height') return void told.push(data)
                    {grow}
                }})
            </script>
            <p style='height: 3000px; margin: 0'>An article</p>
            <iframe id=frame {frame} src='{address}' title=Explainer style='display: block; width: 100%; border: 0; height: {height}px'></iframe>
            <p style='height: 3000px; margin: 0'>More of it</p></body></html>"
    )
}

impl Browser {
    /// Opens an article that frames the page at `address`, with further attributes of the frame;
    /// the frame is entered when it is there.
    pub fn visit_guest(
        &mut self,
        address: &str,
        frame: &str,
        room: Room,
        reader: Reader,
    ) -> Result<Page<'_>> {
        let before = "<!doctype html><link rel=icon href='data:,'><title>Before</title>".to_owned();
        let manner = Manner::watched()
            .page("/host.html", host(frame, address, room))
            .page("/before.html", before);
        let url = self.serve(manner)?.url_elsewhere("host.html");
        let page = self.open(&url, reader)?;
        page.enter_guest(room)?;
        Ok(page)
    }
}

impl Page<'_> {
    /// Enters the frame when the page in it runs and has found its height.
    pub fn enter_guest(&self, room: Room) -> Result<()> {
        self.js::<()>("void scrollTo(0, 2900)")?;
        self.enter_frame("iframe")?;
        self.hydrated()?;
        let mark = if matches!(room, Room::Grown) {
            "auto"
        } else {
            "contained"
        };
        self.wait_for(&format!("html[data-embed='{mark}']"))?;
        if matches!(room, Room::Grown) {
            self.wait_until("innerHeight >= document.querySelector('.explainer').getBoundingClientRect().height")?;
        }
        Ok(())
    }

    /// Scrolls both pages until the reader can see an element, so that a click on it moves neither.
    /// WebKit does not scroll the page around by itself.
    pub fn bring_into_sight(&self, css: &str) -> Result<()> {
        self.at_point(self.point(css)?, |_| Ok(()))
    }

    /// The value of an expression in the page around the frame.
    pub fn around<T: DeserializeOwned>(&self, expression: &str) -> Result<T> {
        self.leave_frames()?;
        let value = self.js(expression);
        self.enter_frame("iframe")?;
        value
    }

    /// Waits until the expression is true in the page around the frame.
    pub fn wait_around(&self, expression: &str) -> Result<()> {
        self.leave_frames()?;
        let done = self.wait_until(expression);
        self.enter_frame("iframe")?;
        done
    }

    /// Waits until the only match stands wholly where the reader can see it: inside of the frame
    /// and of the window around.
    pub fn wait_in_sight(&self, css: &str) -> Result<()> {
        let (top, bottom): (f64, f64) = self.around(
            "(({ top, bottom }) => [Math.max(0, -top), Math.min(innerHeight, bottom) - top])(document.querySelector('iframe').getBoundingClientRect())",
        )?;
        let inside = format!(
            "(one => !!one && (({{ top, bottom, height }}) => height > 60 && top >= {top} - 1 && bottom <= {bottom} + 1)(one.getBoundingClientRect()))(document.querySelector({}))",
            json!(css)
        );
        self.wait_until(&inside).with_context(|| {
            let stands: String = self.js(&format!("JSON.stringify([document.querySelector({})?.getBoundingClientRect(), document.documentElement.style.cssText])", json!(css))).unwrap_or_default();
            format!("the reader sees {top} to {bottom} of the frame, and `{css}` stands at {stands}")
        })
    }

    /// How many windows are open, after closing those that are not this one.
    pub fn windows_opened(&self) -> Result<usize> {
        let client = &self.session.client;
        self.session.run(async {
            let (own, all) = (client.window().await?, client.windows().await?);
            for other in all.iter().filter(|window| **window != own) {
                client.switch_to_window(other.clone()).await?;
                client.close_window().await?;
            }
            client.switch_to_window(own).await?;
            Ok::<usize, fantoccini::error::CmdError>(all.len() - 1)
        })
    }

    /// That nothing has been added to the history and the page around has not moved since `before`.
    pub fn ensure_still(&self, before: (usize, f64)) -> Result<()> {
        let after = self.stillness()?;
        // An engine may round the scroll position anew.
        ensure!(
            before.0 == after.0 && (before.1 - after.1).abs() <= 1.0,
            "history and scrolling of the page around were {before:?}, are {after:?}"
        );
        Ok(())
    }

    pub fn stillness(&self) -> Result<(usize, f64)> {
        self.around("[history.length, scrollY]")
    }
}
