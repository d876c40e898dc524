//! Frames in a page: to enter one, to leave, and where a point of the inner page lies in the outer
//! one. Knows no story.

use crate::engine::Engine;
use crate::page::{Page, Point};
use crate::wire;
use anyhow::{Context, Result};
use serde_json::json;

impl Page<'_> {
    /// From now on everything is asked of, and done in, the page in this frame; frames may stand in
    /// frames. A frame in the shadow tree of an element is `element >>> iframe`.
    pub fn enter_frame(&self, css: &str) -> Result<()> {
        let find = "return arguments[0].split(' >>> ').reduce((root, css) => (root.shadowRoot ?? root).querySelector(css), document)";
        let client = &self.session.client;
        let entering = async {
            wire::enter_frame(client, client.execute(find, vec![json!(css)]).await?).await
        };
        self.session
            .run(entering)
            .with_context(|| format!("cannot enter the frame `{css}`"))?;
        self.session.frames.borrow_mut().push(css.to_owned());
        Ok(())
    }

    /// Back to the page itself.
    pub fn leave_frames(&self) -> Result<()> {
        self.session.frames.borrow_mut().clear();
        self.session
            .run(wire::leave_frames(&self.session.client))
            .map(drop)
            .context("cannot leave the frame")
    }

    /// Does something at a point of the page in the entered frame, brought into view. Firefox takes
    /// points of the inner page; the drivers of the others take them for points of the outer one,
    /// so that they get those, and are led back into the frame.
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
