//! Frames in a page: how to enter and leave them, and how their points map to the outer page.

use crate::commands;
use crate::engine::Engine;
use crate::page::{Page, Point};
use anyhow::{Context, Result};
use serde_json::json;

impl Page<'_> {
    /// Directs everything that follows to the page in this frame; frames nest. A frame in an
    /// element's shadow tree is `element >>> iframe`.
    pub fn enter_frame(&self, css: &str) -> Result<()> {
        let find = "return arguments[0].split(' >>> ').reduce(
            (root, css) => (root.shadowRoot ?? root).querySelector(css), document)";
        let client = &self.session.client;
        let entering = async {
            commands::enter_frame(client, client.execute(find, vec![json!(css)]).await?).await
        };
        self.session
            .run(entering)
            .with_context(|| format!("cannot enter the frame `{css}`"))?;
        self.session.frames.borrow_mut().push(css.to_owned());
        Ok(())
    }

    /// Directs everything that follows to the outermost page.
    pub fn leave_frames(&self) -> Result<()> {
        self.session.frames.borrow_mut().clear();
        self.session
            .run(commands::leave_frames(&self.session.client))
            .map(drop)
            .context("cannot leave the frame")
    }

    /// Acts at a point of the page in the entered frame, after scrolling it into view. Firefox
    /// expects points of the inner page. The other drivers expect points of the outer page, so they
    /// leave the frame, act there, and enter it again.
    pub(crate) fn at_point<T>(
        &self,
        inner: Point,
        act: impl FnOnce(Point) -> Result<T>,
    ) -> Result<T> {
        let frames = self.session.frames.borrow().clone();
        if frames.is_empty() || self.session.engine == Engine::Firefox {
            return act(inner);
        }
        let mut point = inner;
        for depth in (0..frames.len()).rev() {
            self.enter_frames(&frames[..depth])?;
            let place = vec![json!(frames[depth]), json!(point.x), json!(point.y)];
            point = self.script(include_str!("frame.js"), place)?;
        }
        let done = act(point);
        self.enter_frames(&frames)?;
        done
    }

    fn enter_frames(&self, frames: &[String]) -> Result<()> {
        self.leave_frames()?;
        frames.iter().try_for_each(|css| self.enter_frame(css))
    }
}
