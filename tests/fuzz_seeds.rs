//! Every reader against its seeds in `fuzz/seeds`, and stories with parts cut out, doubled and put
//! in.

#[path = "../fuzz/readers.rs"]
mod readers;

use proptest::prelude::*;
use readers::{BETWEEN, files};
use standpoint::format::{ARTICLE_FILE, STORY_FILE};
use standpoint::site::encoding::decode;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

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
    let stories =
        stories.map(|(toml, article)| (toml.unwrap_or_default(), article.unwrap_or_default()));
    let seeds = folder("fuzz/seeds/story").into_iter().map(|path| {
        let seed = text(path).unwrap_or_default();
        let (toml, article) = seed.split_once(BETWEEN).unwrap_or((&seed, ""));
        (toml.to_owned(), article.to_owned())
    });
    stories.chain(seeds).collect()
}

/// Reads every seed of a target.
fn check_seeds(target: &str, read: fn(&[u8])) {
    let seeds = folder(&format!("fuzz/seeds/{target}"));
    assert!(!seeds.is_empty());
    for seed in seeds {
        println!("{}", seed.display());
        read(&fs::read(seed).unwrap());
    }
}

#[test]
fn seeds_of_stories() {
    check_seeds("story", readers::story);
    for (toml, article) in seeds() {
        files(toml, article);
    }
}

#[test]
fn seeds_of_articles() {
    check_seeds("article", readers::article);
}

#[test]
fn seeds_of_dates() {
    check_seeds("date", readers::date);
}

#[test]
fn seeds_of_fragments() {
    check_seeds("fragment", readers::fragment);
}

#[test]
fn seeds_of_packed_data() {
    check_seeds("packed", readers::packed);
}

#[test]
fn each_target_has_seeds_and_an_entry() {
    let manifest = fs::read_to_string(root().join("fuzz/Cargo.toml")).unwrap();
    for target in folder("fuzz/fuzz_targets") {
        let name = target.file_stem().unwrap().to_str().unwrap();
        assert!(manifest.contains(&format!("name = \"{name}\"")), "{name}");
        assert!(root().join("fuzz/seeds").join(name).exists(), "{name}");
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

fn edit() -> impl Strategy<Value = Change> {
    let place = (0.0..1.0, 0usize..400);
    let kind = (any::<bool>(), any::<u8>(), any::<prop::sample::Index>());
    (place, kind)
        .prop_map(|((share, length), (in_toml, kind, piece))| (in_toml, share, length, kind, piece))
}

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
        changes in prop::collection::vec(edit(), 1..6),
    ) {
        let seeds = seeds();
        let (mut toml, mut markdown) = seeds[seed.index(seeds.len())].clone();
        for edit in &changes {
            change(if edit.0 { &mut toml } else { &mut markdown }, edit);
        }
        files(&toml, &markdown);
    }

    #[test]
    fn any_bytes_are_read_to_their_end(
        toml in prop::collection::vec(any::<u8>(), 0..400),
        markdown in prop::collection::vec(any::<u8>(), 0..400),
    ) {
        let [toml, markdown] = [toml, markdown].map(|bytes| decode(&bytes));
        for decoded in [&toml, &markdown] {
            let at = decoded.problem.as_ref().map_or(0..0, |problem| problem.at.clone());
            prop_assert!(decoded.text.get(at).is_some());
        }
        files(&toml.text, &markdown.text);
    }

    #[test]
    fn many_times_the_same_is_read_to_its_end(
        piece in 0..PIECES.len(),
        other in 0..PIECES.len(),
        count in 1usize..3_000,
    ) {
        let flood = format!("{}{}", PIECES[piece], PIECES[other]).repeat(count);
        let (toml, markdown) = &seeds()[0];
        files(&format!("{toml}\n{flood}"), &format!("{markdown}\n{flood}"));
        files(&format!("a = \"{flood}\"\n"), &flood);
    }

    #[test]
    fn any_text_is_read_to_its_end(toml in any::<String>(), markdown in any::<String>()) {
        files(&toml, &markdown);
    }
}
