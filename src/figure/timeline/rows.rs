//! Undated events between dated ones, in rows below their band: as many beside each other as fit,
//! in the order of the story.

use super::entries::Setting;
use super::pack::{BAR, BEFORE, BELOW, Band, Form, GAP, Labelled, Packing, after};
use super::shelf::Shelf;

/// The widest row below a band, as a share of the box.
const WIDEST_ROW: f64 = 0.9;

impl Packing<'_> {
    /// The rows below the band of a run of undated events, from the last to the first: each event
    /// with where it stands in its row.
    pub fn rows(&self, run: &[usize], setting: Setting) -> Vec<Vec<(usize, f64)>> {
        let (from, to) = self.places[run[0]].drawn(self.scale);
        // A row that is wider than the box could not be seen as a whole.
        let room = (to - from - BELOW).min(self.width * WIDEST_ROW);
        let mut rows: Vec<Vec<(usize, f64)>> = Vec::new();
        let mut used = 0.0;
        for fact in run.iter().rev() {
            let wide = self.entry(*fact, setting);
            match rows.last_mut() {
                Some(row) if used + GAP * 2.0 + wide <= room => {
                    used += GAP * 2.0;
                    row.push((*fact, used));
                }
                _ => {
                    used = 0.0;
                    rows.push(vec![(*fact, 0.0)]);
                }
            }
            used += wide;
        }
        rows.reverse();
        rows
    }

    /// The width of a mark and its words below a band, px.
    fn entry(&self, fact: usize, setting: Setting) -> f64 {
        let of = &self.facts[fact];
        BEFORE + after(of) + of.words(setting).width
    }

    /// A row of undated events below their band; above the row that is told after it, where there
    /// is room. No stem ties them to the line.
    pub fn settle_row(
        &self,
        shelf: &mut Shelf,
        row: &[(usize, f64)],
        setting: Setting,
        below: f64,
    ) -> Option<Vec<Labelled>> {
        let (last, at) = row[row.len() - 1];
        let wide = at + self.entry(last, setting);
        let height = row
            .iter()
            .map(|(fact, _)| self.facts[*fact].words(setting).height)
            .fold(0.0, f64::max);
        let (from, to) = self.places[last].drawn(self.scale);
        let words_from = from.min(self.scale - wide - BELOW).max(0.0);
        let on = (
            from.min(words_from),
            to.max(words_from + BELOW + wide) + GAP,
        );
        let back = (to - wide - BEFORE, to + GAP);
        let high = BAR + height + GAP;
        let mut top =
            |across: (f64, f64), below: f64| shelf.settle(across, high, f64::INFINITY, below);
        let found = top(on, below)
            .or_else(|| top(on, f64::INFINITY))
            .map(|top| (top, false));
        let turns = back.0 >= 0.0 && wide + BELOW > to - from;
        let (top, back) = found.or_else(|| {
            turns
                .then(|| top(back, f64::INFINITY))
                .flatten()
                .map(|top| (top, true))
        })?;
        let one = |(fact, at): &(usize, f64)| {
            let form = Form::Band(Band {
                at: *at,
                row: wide,
                back,
            });
            Labelled {
                fact: *fact,
                top: top + GAP / 2.0,
                form,
                setting,
            }
        };
        Some(row.iter().map(one).collect())
    }
}
