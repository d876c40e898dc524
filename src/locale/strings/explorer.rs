//! The words of the explorer, a program of its own, so that the page's program does not carry them.

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

impl ExplorerStrings {
    /// The words for a BCP 47 tag; English where a language is not translated yet.
    pub fn of(lang: &str) -> &'static Self {
        let language = lang.split('-').next().unwrap_or_default();
        [&EN]
            .into_iter()
            .find(|strings| strings.lang.eq_ignore_ascii_case(language))
            .unwrap_or(&EN)
    }
}

static EN: ExplorerStrings = ExplorerStrings {
    lang: "en",
    cluster: "{count} events, {when}: show them",
    cluster_mixed: "{count} events, {when}, {undated} of them undated: show them",
    cluster_undated: "{count} undated, in the story’s order: show them",
    lane_others: "Others",
    lane_nobody: "No one named",
    no_events: [
        "This story has no events.",
        "All events are switched off by the evidence filter.",
    ],
    controls: "What is shown, and how large",
    overview: "The whole, and the part that is shown",
    crowd: "{count} actors around {name}: show them",
    zoom_in: "Zoom in",
    zoom_out: "Zoom out",
    fit: "Show all",
    previous: "Previous",
    next: "Next",
    back: "Close the zoom",
    lanes: "Rows",
    lanes_by: ["by phase", "by group", "by actor", "one"],
    broken: "Leave out empty time",
    focus_on: "Around the open actor",
    focus_steps: ["show all", "1 step", "2 steps", "3 steps"],
    path_to: "Path from this actor to",
    no_path: "No path among the actors shown.",
    image_focus: "Around {name}: {steps}.",
    image_path: "The path from {from} to {to}.",
    nobody: "no one",
    groups: "Groups",
    tones: "Relations",
    save: "Save this view:",
    save_as: ["SVG", "PNG"],
    whole_entry: "The whole entry",
    hint: "To zoom: Ctrl or ⌘ with the wheel, two fingers, or + and −. To move: drag.",
    image_time: "Timeline",
    image_span: "Timeline, {from} to {to}",
    image_year: "Timeline, {year}",
    image_relations: "How the actors are connected",
    image_positions: "Positions: {issue}",
    image_detail: "{figure} (detail)",
    image_picked: "Picked: {name}.",
    image_off: "Left out: {kinds}.",
    image_undated: "hollow: undated",
    image_between: "undated, between its neighbours",
    image_before: "at some time before or after",
    image_open: "goes on",
    image_unknown: "start or end unknown",
    image_each: "several times",
    image_count: "so many more events",
    image_explains: "Explains: {source}.",
    image_data: "As of {date}.",
    image_made: "Made with Standpoint",
};
