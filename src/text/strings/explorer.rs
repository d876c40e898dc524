//! The words of the explorer, a program of its own, so that the page's program does not carry them.

/// Its words in one language. `{…}` marks what [`super::fill`] puts in.
#[derive(Debug, PartialEq)]
pub struct ExplorerStrings {
    pub lang: &'static str,
    // Timeline.
    /// A cluster: so many events close together.
    pub cluster: &'static str,
    // Map.
    // Controls.
    pub zoom_in: &'static str,
    pub zoom_out: &'static str,
    pub fit: &'static str,
    pub back: &'static str,
}

impl ExplorerStrings {
    /// The words for a BCP 47 tag; English where a language is not translated yet.
    pub fn of(lang: &str) -> &'static Self {
        let language = lang.split('-').next().unwrap_or_default();
        [&EN].into_iter().find(|strings| strings.lang.eq_ignore_ascii_case(language)).unwrap_or(&EN)
    }
}

static EN: ExplorerStrings = ExplorerStrings {
    lang: "en",
    cluster: "{count} events, {from} to {to}: show them",
    zoom_in: "Zoom in",
    zoom_out: "Zoom out",
    fit: "Show all",
    back: "Back to the overview",
};
