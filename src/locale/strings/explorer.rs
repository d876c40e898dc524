//! The explorer's words: a table of its own, so that the page's program does not carry them.

/// Its words in one language. `{…}` marks what [`super::fill`] puts in.
#[derive(Debug, PartialEq)]
pub struct ExplorerStrings {
    pub lang: &'static str,
    // Timeline.
    /// A cluster: so many events close together, from when to when; some of them undated; all of
    /// them undated.
    pub cluster: &'static str,
    pub cluster_mixed: &'static str,
    pub cluster_undated: &'static str,
    /// Lanes: those that have none of their own, and events that name no one.
    pub lane_others: &'static str,
    pub lane_nobody: &'static str,
    /// Instead of events: there are none, or all are switched off.
    pub no_events: [&'static str; 2],
    // Map.
    /// So many actors close together, the most related of them by name.
    pub crowd: &'static str,
    // Controls.
    pub controls: &'static str,
    pub overview: &'static str,
    pub zoom_in: &'static str,
    pub zoom_out: &'static str,
    pub fit: &'static str,
    pub previous: &'static str,
    pub next: &'static str,
    pub back: &'static str,
    pub lanes: &'static str,
    /// By `figure::timeline::Lanes`.
    pub lanes_by: [&'static str; 4],
    pub broken: &'static str,
    pub focus_on: &'static str,
    /// No focus, then by steps.
    pub focus_steps: [&'static str; 4],
    pub path_to: &'static str,
    pub no_path: &'static str,
    /// In an image: what it is focused on, and which path it shows.
    pub image_focus: &'static str,
    pub image_path: &'static str,
    pub nobody: &'static str,
    pub groups: &'static str,
    pub tones: &'static str,
    pub save: &'static str,
    pub save_as: [&'static str; 2],
    pub hint: &'static str,
    pub whole_entry: &'static str,
    // Images.
    /// What an image shows, over the drawing.
    pub image_time: &'static str,
    pub image_span: &'static str,
    pub image_year: &'static str,
    pub image_relations: &'static str,
    pub image_positions: &'static str,
    pub image_detail: &'static str,
    pub image_picked: &'static str,
    pub image_off: &'static str,
    pub image_undated: &'static str,
    pub image_between: &'static str,
    pub image_before: &'static str,
    pub image_open: &'static str,
    pub image_unknown: &'static str,
    pub image_each: &'static str,
    pub image_count: &'static str,
    /// Under it: the source, the date of the data, and who made it.
    pub image_explains: &'static str,
    pub image_data: &'static str,
    pub image_made: &'static str,
}
