//! What the controls do.

use super::drawing::Drawing;
use super::figure::Explorer;
use crate::browser::focus;
use crate::figure::timeline::Timeline;
use web_sys::{Event, HtmlElement};

pub fn listen(explorer: &Explorer) {
    let controls = &explorer.controls;
    click(explorer, &controls.zoom_in, |explorer| {
        explorer.zoom(2.0, None)
    });
    click(explorer, &controls.zoom_out, |explorer| {
        explorer.zoom(0.5, None)
    });
    click(explorer, &controls.fit, Explorer::fit);
    for (button, by) in [(&controls.previous, -1), (&controls.next, 1)] {
        let pressed = button.clone();
        click(explorer, button, move |explorer| {
            // Not every engine focuses what is clicked; the focus stays here, see `focus::onto`.
            focus::restore(&pressed);
            explorer.pick_next(by)
        });
    }
    click(explorer, &controls.close, Explorer::close);
    click(explorer, &controls.saves[0], |explorer| {
        explorer.save(false)
    });
    click(explorer, &controls.saves[1], |explorer| explorer.save(true));
    for field in controls.fields() {
        explorer.on(field, "change", |explorer, _: &Event| explorer.choose());
    }
}

fn click(explorer: &Explorer, button: &HtmlElement, act: impl Fn(&Explorer) + 'static) {
    explorer.on(button, "click", move |explorer, _: &Event| act(explorer));
}

impl Explorer {
    /// Takes over what the controls say.
    fn choose(&self) {
        match &mut *self.drawing.borrow_mut() {
            Drawing::Timeline(timeline) => {
                let (lanes, broken) = self.controls.timeline();
                **timeline = Timeline::of(&self.content.story)
                    .with(lanes.unwrap_or(timeline.lanes()), broken);
            }
            Drawing::Map(network) => {
                self.controls
                    .choose_map(&self.content.story, self.picked_actor(), network);
            }
        }
        self.glide();
        self.ask();
    }

    /// Picks the next thing in order, or the one before, which comes into the viewport.
    fn pick_next(&self, by: isize) {
        let walk = self.drawing.borrow().plan().walk();
        let picked = self.picked();
        let index = walk.iter().position(|pick| Some(*pick) == picked);
        let next = match index {
            Some(index) => index.checked_add_signed(by),
            None if by > 0 => Some(0),
            None => walk.len().checked_sub(1),
        };
        if let Some(next) = next.and_then(|next| walk.get(next)) {
            self.pick(*next);
        }
    }
}
