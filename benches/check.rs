//! What `check` costs where a file is no story: a megabyte of brackets, quotation marks,
//! backslashes or pasted JSON in the article, on one line and on many, in a value and between the
//! lines of story.toml, as a ratio to a megabyte of prose in the same place and the same run.
//! `cargo bench --bench check` prints them; at most 3 is the bar. Asserts no time.

use standpoint::format::rules;
use standpoint::format::{ARTICLE_FILE, STORY_FILE};
use standpoint::site::load::Loaded;
use standpoint::site::report;
use std::collections::BTreeMap;
use std::hint::black_box;
use std::time::Instant;

const TOML: &str = include_str!("../tests/support/small/story.toml");
const MARKDOWN: &str = include_str!("../tests/support/small/article.md");

/// A benchmark takes the best of so many runs.
const RUNS: usize = 7;

const PROSE: &str = "The mayor wants a wider bridge, and the miller does not, whatever the council has said of it so far. ";

/// What the megabyte is made of.
const KINDS: [(&str, &str); 20] = [
    ("{", "{"),
    ("}", "}"),
    ("{}", "{}"),
    ("{{}}", "{{}}"),
    ("word {", "word {"),
    ("[", "["),
    ("]", "]"),
    ("[]", "[]"),
    ("](", "]("),
    ("[a](b)", "[a](b) "),
    ("(actor:", "(actor:"),
    ("straight \"", "\""),
    ("curly “", "“"),
    ("“a”", "“a” "),
    ("''", "'"),
    ("\\", "\\"),
    ("\\{", "\\{"),
    (
        "JSON",
        "{\"name\":\"The bridge\",\"tags\":[\"a\",\"b\"],\"year\":1999},",
    ),
    ("style", ".a{color:red} "),
    ("lines {", "{\n"),
];

/// Where it stands: a name, and the two files with it.
type Place = (&'static str, fn(&str) -> (String, String));

const PLACES: [Place; 4] = [
    ("article", |text| {
        (TOML.into(), format!("{MARKDOWN}\n{text}\n"))
    }),
    ("value", |text| {
        let text = text.replace('\n', " ");
        (
            TOML.replacen("about = \"", &format!("about = \"{text}"), 1),
            MARKDOWN.into(),
        )
    }),
    ("array", |text| {
        (
            TOML.replacen("passage = \"", &format!("passage = [{text}, \""), 1),
            MARKDOWN.into(),
        )
    }),
    ("lines", |text| {
        (format!("{TOML}\n{text}\n"), MARKDOWN.into())
    }),
];

fn main() {
    let measuring = std::env::args().any(|argument| argument == "--bench");
    let (length, runs) = if measuring {
        (1_000_000, RUNS)
    } else {
        (3_000, 1)
    };
    for (name, place) in PLACES {
        let prose = least(&place(&some(PROSE, length)), runs);
        println!("{name:<8} {:<12} {:>9.1} ms", "prose", prose * 1e3);
        for (kind, piece) in KINDS {
            let time = least(&place(&some(piece, length)), runs);
            println!(
                "{name:<8} {kind:<12} {:>9.1} ms  × {:.1}",
                time * 1e3,
                time / prose
            );
        }
    }
    lines(if measuring { 300_000 } else { 300 }, runs);
}

/// How the time grows with lines that are none.
fn lines(most: usize, runs: usize) {
    let mut before = None;
    for count in [most / 100, most / 10, most] {
        let time = least(
            &(
                format!("{TOML}\n{}", "x y z\n".repeat(count)),
                MARKDOWN.into(),
            ),
            runs,
        );
        let ratio = before.map_or(String::new(), |before: f64| {
            format!("× {:.1}", time / before)
        });
        println!("bad lines {count:>10} {:>9.1} ms  {ratio}", time * 1e3);
        before = Some(time);
    }
}

fn some(piece: &str, length: usize) -> String {
    piece.repeat(length.div_ceil(piece.len()))
}

/// The least time of reading, judging and reporting, s: noise only adds.
fn least((toml, markdown): &(String, String), runs: usize) -> f64 {
    let times = (0..runs).map(|_| {
        let begin = Instant::now();
        black_box(whole(toml, markdown));
        begin.elapsed().as_secs_f64()
    });
    times.fold(f64::MAX, f64::min)
}

/// The report, as `standpoint check` prints it.
fn whole(toml: &str, markdown: &str) -> String {
    let verdict = rules::story("bench", Some(toml), Some(markdown), None);
    let files = [(STORY_FILE, toml), (ARTICLE_FILE, markdown)]
        .map(|(name, text)| (name.to_owned(), text.to_owned()));
    let (story, diagnostics, quotations) = (verdict.story, verdict.found, verdict.quotations);
    let loaded = Loaded {
        dir: "bench".into(),
        story,
        diagnostics,
        files: BTreeMap::from(files),
        quotations,
    };
    report::text(&loaded, false)
}
