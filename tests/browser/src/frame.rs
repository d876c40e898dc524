//! Frames in a page: how to enter and leave them, and how their points map to the outer page.

use crate::commands;
use crate::engine::Engine;
use crate::page::{Page, Point};
use anyhow::{Context, Result};
use serde_json::{Value, json};

impl Page<'_> {
    /// Directs everything that follows to the page in this frame; frames nest. A frame in an
    /// element's shadow tree is `element >>> iframe`.
    pub fn enter_frame(&self, css: &str) -> Result<()> {
        let frame = self.frame_element(css)?;
        self.session
            .run(commands::enter_frame(&self.session.client, frame))
            .with_context(|| format!("cannot enter the frame `{css}`"))?;
        self.session.frames.borrow_mut().push(css.to_owned());
        Ok(())
    }

    fn frame_element(&self, css: &str) -> Result<Value> {
        let script = "return arguments[0].split(' >>> ').reduce(
            (root, css) => (root.shadowRoot ?? root).querySelector(css), document)";
        self.run_script(script, vec![json!(css)])
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
            let frame = self.frame_element(&frames[depth])?;
            let arguments = vec![frame, json!(point.x), json!(point.y)];
            point = self.run_script(include_str!("frame.js"), arguments)?;
        }
        let result = act(point);
        self.enter_frames(&frames)?;
        result
    }

    fn enter_frames(&self, frames: &[String]) -> Result<()> {
        self.leave_frames()?;
        frames.iter().try_for_each(|css| self.enter_frame(css))
    }
}
