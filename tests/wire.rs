//! The file format against any input: seeds from `fuzz/seeds/wire`, and stories with parts cut out,
//! doubled and put in. Whatever comes, every finding has a place that exists, and a story is there
//! exactly when nothing is an error.

use proptest::prelude::*;
use standpoint::format::diagnostic::Severity;
use standpoint::format::rules;
use standpoint::format::{ARTICLE_FILE, STORY_FILE};
use standpoint::pack::Unpack;
use standpoint::site::load::Loaded;
use standpoint::site::report;
use standpoint::story::{Span, Story};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

const SOURCE: &str = "A bridge too narrow\n\nThe mayor calls it “too narrow for two carts”.\n";

/// Reads a story and checks what must hold for every one.
fn check(toml: &str, markdown: &str) {
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

/// `PROPTEST_CASES` asks for more than the suite has time for.
fn config() -> ProptestConfig {
    let cases = std::env::var("PROPTEST_CASES")
        .ok()
        .and_then(|cases| cases.parse().ok())
        .unwrap_or(120);
    ProptestConfig {
        cases,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

/// Every id of a story leads somewhere, and it travels as JSON unchanged.
fn whole(story: &Story) {
    let json = serde_json::to_string(story).unwrap();
    let parsed: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(Story::unpack(&parsed).as_ref(), Ok(story));
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
        let _ = (
            &story[event.phase],
            event
                .actors
                .iter()
                .map(|id| &story[*id])
                .collect::<Vec<_>>(),
        );
    }
    let statements = story
        .passages
        .iter()
        .flat_map(|passage| passage.paragraphs.iter().flatten());
    for span in statements.flat_map(|statement| &statement.spans) {
        match span {
            Span::Actor(id, _) => drop(story[*id].key.clone()),
            Span::Event(id, _) => drop(story[*id].key.clone()),
            Span::Issue(id, _) => drop(story[*id].key.clone()),
            Span::Link(href, _) => assert!(!href.to_lowercase().starts_with("javascript")),
            Span::Text(_) | Span::Strong(_) | Span::Emphasis(_) => {}
        }
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn folder(path: &str) -> Vec<PathBuf> {
    let mut paths: Vec<_> = fs::read_dir(root().join(path))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    paths
}

/// Pairs of story.toml and article.md to start from.
fn seeds() -> &'static [(String, String)] {
    static SEEDS: LazyLock<Vec<(String, String)>> = LazyLock::new(read_seeds);
    &SEEDS
}

fn read_seeds() -> Vec<(String, String)> {
    let text = |path: PathBuf| {
        fs::read(path)
            .ok()
            .map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
    };
    let folders = folder("stories")
        .into_iter()
        .chain(folder("tests/malformed"));
    let stories = folders.map(|dir| (text(dir.join(STORY_FILE)), text(dir.join(ARTICLE_FILE))));
    let tomls = folder("fuzz/seeds/wire")
        .into_iter()
        .filter(|path| path.extension().is_some_and(|ending| ending == "toml"));
    let seeds = tomls.map(|path| (text(path.clone()), text(path.with_extension("md"))));
    stories
        .chain(seeds)
        .map(|(toml, markdown)| (toml.unwrap_or_default(), markdown.unwrap_or_default()))
        .collect()
}

#[test]
fn every_seed_is_read_to_its_end() {
    for (toml, markdown) in seeds() {
        check(toml, markdown);
    }
}

#[test]
fn seeds_come_in_pairs() {
    for path in folder("fuzz/seeds/wire") {
        assert!(
            ["toml", "md"]
                .iter()
                .all(|ending| path.with_extension(ending).exists()),
            "{}",
            path.display()
        );
    }
}

/// What is put into a file: pieces of its own languages, and what is in neither.
const PIECES: [&str; 36] = [
    "\"",
    "'",
    "\"\"\"",
    "[",
    "]",
    "[[",
    "]]",
    "{",
    "}",
    "=",
    "\n",
    "\r",
    "\\",
    "#",
    "{quoted}",
    "{context}",
    "\n## x {#x}\n\n",
    "**",
    "_",
    "](actor:russia)",
    "](javascript:x)",
    "<b>",
    "<!--",
    "\u{202E}",
    "\u{0}",
    "\u{1b}[31m",
    "“",
    "”",
    "é",
    "\u{10FFFF}",
    "0",
    "\n[[actor]]\n",
    "\n[[position]]\n",
    "\nid = \"x\"\n",
    "- ",
    "|",
];

/// One change: at a share of the text, cut so many characters out, or put them in twice, or put in
/// a piece.
type Change = (bool, f64, usize, u8, prop::sample::Index);

fn change(text: &mut String, (_, share, length, kind, piece): &Change) {
    let boundary = |at: usize| {
        (0..=at.min(text.len()))
            .rev()
            .find(|at| text.is_char_boundary(*at))
            .unwrap_or(0)
    };
    let from = boundary((share * text.len() as f64) as usize);
    let to = boundary(from + length).max(from);
    match kind % 3 {
        0 => text.replace_range(from..to, ""),
        1 => {
            let doubled = text[from..to].to_owned();
            text.insert_str(from, &doubled);
        }
        _ => text.insert_str(from, PIECES[piece.index(PIECES.len())]),
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_changed_story_is_read_to_its_end(
        seed in any::<prop::sample::Index>(),
        changes in prop::collection::vec((any::<bool>(), 0.0..1.0, 0usize..400, any::<u8>(), any::<prop::sample::Index>()), 1..6),
    ) {
        let seeds = seeds();
        let (mut toml, mut markdown) = seeds[seed.index(seeds.len())].clone();
        for one in &changes {
            change(if one.0 { &mut toml } else { &mut markdown }, one);
        }
        check(&toml, &markdown);
    }

    #[test]
    fn any_bytes_are_read_to_their_end(
        toml in prop::collection::vec(any::<u8>(), 0..400),
        markdown in prop::collection::vec(any::<u8>(), 0..400),
    ) {
        let [toml, markdown] = [toml, markdown].map(|bytes| standpoint::site::encoding::decode(&bytes));
        for decoded in [&toml, &markdown] {
            let at = decoded.problem.as_ref().map_or(0..0, |problem| problem.at.clone());
            prop_assert!(decoded.text.get(at).is_some());
        }
        check(&toml.text, &markdown.text);
    }

    #[test]
    fn many_times_the_same_is_read_to_its_end(piece in 0..PIECES.len(), other in 0..PIECES.len(), count in 1usize..3_000) {
        let flood = format!("{}{}", PIECES[piece], PIECES[other]).repeat(count);
        let (toml, markdown) = &seeds()[0];
        check(&format!("{toml}\n{flood}"), &format!("{markdown}\n{flood}"));
        check(&format!("a = \"{flood}\"\n"), &flood);
    }

    #[test]
    fn any_text_is_read_to_its_end(toml in any::<String>(), markdown in any::<String>()) {
        check(&toml, &markdown);
    }
}
