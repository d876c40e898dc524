//! What must hold for every input of each reader. The targets of cargo-fuzz call these with bytes
//! of their own, `tests/fuzz_seeds.rs` with every seed.
#![allow(dead_code)] // Each target calls one of them.

use standpoint::date::When;
use standpoint::format::diagnostic::Severity;
use standpoint::format::{ARTICLE_FILE, STORY_FILE, date_advice, markdown, rules};
use standpoint::layout::Content;
use standpoint::locale::Locale;
use standpoint::pack::Unpack;
use standpoint::site::encoding::decode;
use standpoint::site::load::Loaded;
use standpoint::site::report;
use standpoint::state::route::Route;
use standpoint::story::{Span, Story};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The line between `story.toml` and `article.md` in an input of [`story`].
pub const BETWEEN: &str = "%%%% article.md\n";

const SOURCE: &str = "A bridge too narrow\n\nThe mayor calls it “too narrow for two carts”.\n";

/// `story.toml`, the line [`BETWEEN`], and `article.md`.
pub fn story(data: &[u8]) {
    let text = decode(data).text;
    let (toml, markdown) = text.split_once(BETWEEN).unwrap_or((&text, ""));
    files(toml, markdown);
}

/// Every finding has a place that exists, and there is a story exactly when nothing is an error.
pub fn files(toml: &str, markdown: &str) {
    let verdict = rules::story("story", Some(toml), Some(markdown), Some(SOURCE));
    let faulty = verdict
        .found
        .iter()
        .any(|found| found.severity == Severity::Error);
    assert_eq!(
        verdict.story.is_none(),
        faulty,
        "a story exactly when nothing is an error"
    );
    for found in &verdict.found {
        let at = found.at.as_ref().expect("a place");
        let text = if at.file == STORY_FILE {
            toml
        } else {
            markdown
        };
        assert!(
            text.get(at.start..at.end).is_some(),
            "{found:?} has a place in {} bytes",
            text.len()
        );
        assert!(
            !found.message.is_empty() && !found.hint.is_empty(),
            "{found:?}"
        );
        assert!(
            !found.message.ends_with('.') && !found.hint.ends_with('.'),
            "no full stop: {found:?}"
        );
    }
    if let Some(story) = &verdict.story {
        whole(story);
    }
    let files = [(STORY_FILE, toml), (ARTICLE_FILE, markdown)]
        .map(|(name, text)| (name.to_owned(), text.to_owned()));
    let (story, diagnostics, quotations) = (verdict.story, verdict.found, verdict.quotations);
    let loaded = Loaded {
        dir: "story".into(),
        story,
        diagnostics,
        files: BTreeMap::from(files),
        quotations,
    };
    let text = report::text(&loaded, false);
    assert!(
        text.chars().all(|c| c == '\n' || !c.is_control()),
        "{text:?}"
    );
    assert!(
        report::records(&loaded).len() <= 101 && text.len() < 1_000_000,
        "a report is bounded"
    );
}

/// Every id of a story leads somewhere, and it travels as JSON unchanged.
fn whole(story: &Story) {
    let packed = serde_json::to_value(story).unwrap();
    assert_eq!(Story::unpack(&packed).as_ref(), Ok(story));
    for position in &story.positions {
        let issue = &story[position.issue];
        assert!(
            position
                .stance
                .is_none_or(|stance| stance.index() < issue.scale.len())
        );
        let _ = &story[position.actor];
    }
    for event in &story.events {
        let _ = &story[event.phase];
        for id in &event.actors {
            let _ = &story[*id];
        }
    }
    let statements = story
        .passages
        .iter()
        .flat_map(|passage| passage.paragraphs.iter().flatten());
    for span in statements.flat_map(|statement| &statement.spans) {
        match span {
            Span::Actor(id, _) => _ = &story[*id],
            Span::Event(id, _) => _ = &story[*id],
            Span::Issue(id, _) => _ = &story[*id],
            Span::Link(href, _) => assert!(!href.to_lowercase().starts_with("javascript")),
            Span::Text(_) | Span::Strong(_) | Span::Emphasis(_) => {}
        }
    }
}

/// Every problem of an article has a place that exists.
pub fn article(data: &[u8]) {
    let text = decode(data).text;
    for problem in markdown::read(&text).problems {
        assert!(text.get(problem.at.clone()).is_some(), "{problem:?}");
    }
}

/// A date has words and runs forward; what is advised instead of another text is a date.
pub fn date(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    match Locale::of("en").when(&text) {
        Ok(when) => {
            assert!(!when.words().is_empty());
            for (from, to) in when.start().into_iter().chain(when.end()) {
                assert!(from <= to, "{text}");
            }
            let packed = serde_json::to_value(&when).unwrap();
            assert_eq!(When::unpack(&packed), Ok(when));
        }
        Err(error) => {
            assert!(!error.is_empty() && !error.ends_with('.'), "{error}");
            let advice = date_advice::of(&text);
            if let Some(value) = advice.and_then(|advice| advice.replacement) {
                assert!(When::parse(&value).is_ok(), "{text}: {value}");
            }
        }
    }
}

/// A fragment that is read is written as one that is read the same.
pub fn fragment(data: &[u8]) {
    static STORY: LazyLock<Story> = LazyLock::new(|| {
        let toml = include_str!("../tests/support/small/story.toml");
        let article = include_str!("../tests/support/small/article.md");
        let verdict = rules::story("small", Some(toml), Some(article), None);
        verdict.story.expect("the small story is sound")
    });
    if let Some(route) = Route::parse(&STORY, &String::from_utf8_lossy(data)) {
        let written = route.fragment(&STORY);
        assert_eq!(Route::parse(&STORY, &written), Some(route), "{written}");
    }
}

/// Data of another build is an error, and what was read travels unchanged.
pub fn packed(data: &[u8]) {
    let Ok(value) = serde_json::from_slice::<serde_json::Value>(data) else {
        return;
    };
    if let Ok(content) = Content::unpack(&value) {
        let again = serde_json::to_value(&content).unwrap();
        assert_eq!(Content::unpack(&again), Ok(content));
    }
}
