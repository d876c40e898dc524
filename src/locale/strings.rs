//! The sentences of the interface, which each language has.

mod template;
pub mod page;
pub mod explorer;
pub mod large;

pub use template::{Plural, counted, fill, places};

/// The interface's words in one language. `{…}` marks what [`fill`] puts in.
#[derive(Debug)]
pub struct Strings {
    pub lang: &'static str,
    // Evidence, by `story::Evidence` order.
    pub evidence: [&'static str; 5],
    // The page.
    pub text: &'static str,
    pub timeline: &'static str,
    pub map: &'static str,
    pub actors: &'static str,
    pub parts: &'static str,
    pub zoom: &'static str,
    // Evidence, filter and search.
    pub where_in: &'static str,
    pub tools: &'static str,
    pub opening: &'static str,
    pub ending: &'static str,
    pub filter: &'static str,
    pub switched_off: &'static str,
    pub entries_off: &'static str,
    pub search: &'static str,
    pub search_hint: &'static str,
    pub results: &'static str,
    pub found: &'static str,
    pub nothing_found: &'static str,
    pub event: &'static str,
    // Text.
    pub text_note: &'static str,
    pub passage_link: &'static str,
    pub statement_off: &'static str,
    // Cards.
    pub actors_note: &'static str,
    pub close: &'static str,
    pub also: &'static str,
    pub positions: &'static str,
    pub relations: &'static str,
    pub events: &'static str,
    pub no_side: &'static str,
    pub not_stated_in: &'static str,
    pub card_open: &'static str,
    pub event_picked: &'static str,
    pub refused: &'static str,
    pub copied: &'static str,
    // The panel that passes the page on.
    pub pass_on: &'static str,
    pub pass_on_embed: &'static str,
    pub pass_on_theme: &'static str,
    /// By `state::share::Theme`.
    pub pass_on_themes: [&'static str; 3],
    pub pass_on_parts: &'static str,
    pub pass_on_chrome: &'static str,
    /// By `state::share::Item`.
    pub pass_on_items: [&'static str; 4],
    pub copy: &'static str,
    /// It worked, it did not.
    pub pass_on_results: [&'static str; 2],
    // Timeline.
    pub undated: &'static str,
    pub undated_short: &'static str,
    pub strip: &'static str,
    pub strip_mark: &'static str,
    pub strip_bunch: &'static str,
    pub bunch_more: &'static str,
    pub legend_bunch: &'static str,
    pub legend: &'static str,
    pub legend_undated: &'static str,
    pub legend_break: &'static str,
    pub added: &'static str,
    pub event_actors: &'static str,
    /// Before the last of several names.
    pub and: &'static str,
    /// Between the others.
    pub comma: &'static str,
    /// What nobody says of the explained text.
    pub no_publisher: &'static str,
    pub no_author: &'static str,
    pub no_date: &'static str,
    pub no_link: &'static str,
    pub turn: &'static str,
    /// From very unlikely to very likely, by `state::Likelihood`.
    pub likelihoods: [&'static str; 5],
    pub take_back: &'static str,
    // Map.
    pub not_stated: &'static str,
    pub map_readings: &'static str,
    pub issues: &'static str,
    pub relations_note: &'static str,
    /// Beside the scale: no side stated, switched off, nothing stated.
    pub apart: [&'static str; 3],
    /// By `story::Tone`.
    pub tones: [&'static str; 3],
    pub node_relations: &'static str,
    pub map_text: &'static str,
}

impl Strings {
    /// What stands between a list's items, before the one at `index` of `count`; nothing before the
    /// first.
    pub fn separator(&self, index: usize, count: usize) -> &'static str {
        match index {
            0 => "",
            _ if index + 1 == count => self.and,
            _ => self.comma,
        }
    }
}
