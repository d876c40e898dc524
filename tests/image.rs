//! `standpoint image` as editors meet it: the real program in fresh folders, by the files that it
//! writes and by what it says.
#![cfg(not(target_arch = "wasm32"))]

mod support;

use expect_test::expect_file;
use resvg::usvg::roxmltree::{Document, Node};
use standpoint::text::width::width;
use std::fs;
use std::path::Path;
use std::process::Output;
use tempfile::TempDir;
use xtask::bench_story::{Measure, invented};

const STORY: &str = include_str!("support/small/story.toml");
const ARTICLE: &str = include_str!("support/small/article.md");
const BUILT_IN: [&str; 2] = ["security-guarantees", "harbour"];

fn built_in(slug: &str) -> String {
    support::story_folder(slug).display().to_string()
}

/// A fresh folder with the story `bridge` in it, with some of its words changed.
fn desk(changes: &[(&str, &str)]) -> TempDir {
    let story = changes.iter().fold(STORY.to_owned(), |story, (from, to)| {
        assert!(story.contains(from), "{from}");
        story.replacen(from, to, 1)
    });
    support::temporary_folder(&[
        ("bridge/story.toml", &story),
        ("bridge/article.md", ARTICLE),
    ])
}

fn image(dir: &Path, arguments: &[&str]) -> Output {
    support::standpoint(dir)
        .arg("image")
        .args(arguments)
        .output()
        .unwrap()
}

/// The SVG that goes to the standard output.
fn svg(dir: &Path, arguments: &[&str]) -> String {
    let output = image(dir, arguments);
    assert_eq!(
        output.status.code(),
        Some(0),
        "{arguments:?}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).unwrap()
}

fn png(dir: &Path, name: &str, arguments: &[&str]) -> Vec<u8> {
    let output = image(dir, &[arguments, &["-o", name]].concat());
    assert_eq!(
        output.status.code(),
        Some(0),
        "{arguments:?}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    assert_eq!(
        String::from_utf8_lossy(&output.stdout),
        format!("wrote {name}\n")
    );
    fs::read(dir.join(name)).unwrap()
}

/// Width and height from a PNG's head.
fn size(png: &[u8]) -> (u32, u32) {
    assert_eq!(&png[1..4], b"PNG");
    let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
    (number(16), number(20))
}

fn texts<'a>(document: &'a Document) -> Vec<Node<'a, 'a>> {
    document
        .descendants()
        .filter(|node| node.has_tag_name(("http://www.w3.org/2000/svg", "text")))
        .collect()
}

fn words(svg: &str) -> String {
    let document = Document::parse(svg).unwrap();
    texts(&document)
        .iter()
        .filter_map(|node| node.text())
        .collect::<Vec<_>>()
        .join(" ")
}

fn number(node: &Node, name: &str) -> f64 {
    node.attribute(name)
        .and_then(|value| value.parse().ok())
        .unwrap_or_else(|| panic!("{name} of {node:?}"))
}

/// Ends with a code, and says this in the first line that it says.
fn refuses(dir: &TempDir, arguments: &[&str], code: i32, said: &str) {
    let output = image(dir.path(), arguments);
    let err = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(code), "{arguments:?}: {err}");
    assert!(err.contains(said), "{arguments:?}: “{said}” in {err}");
    assert!(output.stdout.is_empty());
}

#[test]
fn the_built_in_stories_as_images() {
    let dir = desk(&[]);
    for slug in BUILT_IN {
        for view in ["map", "timeline"] {
            for width in ["320", "1000"] {
                let image = svg(
                    dir.path(),
                    &[&built_in(slug), "--width", width, "--view", view],
                );
                Document::parse(&image).unwrap();
                expect_file![
                    support::root().join(format!("tests/image/{slug}-{view}-{width}.svg"))
                ]
                .assert_eq(&support::one_element_a_line(&image));
            }
        }
    }
}

#[test]
fn an_image_has_its_width_and_keeps_its_words_inside() {
    let dir = desk(&[(
        "title = \"The bridge\"",
        "title = \"Who pays for the bridge that the village wants, and who does not\"",
    )]);
    for wide in [320.0, 375.0, 768.0, 1000.0, 1600.0, 4000.0] {
        let image = svg(
            dir.path(),
            &[
                "bridge",
                "--width",
                &wide.to_string(),
                "--state",
                "actor-miller",
            ],
        );
        let document = Document::parse(&image).unwrap();
        assert_eq!(number(&document.root_element(), "width"), wide);
        for text in texts(&document) {
            let long = width(text.text().unwrap_or_default(), number(&text, "font-size"));
            let x = number(&text, "x");
            let place = text
                .ancestors()
                .filter_map(|node| node.attribute("transform"));
            let moved = place.map(|place| {
                place["translate(".len()..]
                    .split([' ', ')'])
                    .next()
                    .unwrap()
                    .parse::<f64>()
                    .unwrap()
            });
            let start = x + moved.sum::<f64>()
                - long
                    * match text.attribute("text-anchor") {
                        Some("end") => 1.0,
                        Some("middle") => 0.5,
                        _ => 0.0,
                    };
            assert!(
                start >= 0.0 && start + long <= wide,
                "{wide}: {text:?} {start} {long}"
            );
        }
    }
}

#[test]
fn it_says_what_is_shown_and_where_it_is_from() {
    let changes = [(
        "name = \"the report\"",
        "name = \"the report\"\npublisher = \"The Valley Post\"\ndate = \"2025-02\"",
    )];
    let dir = desk(&changes);
    let said = words(&svg(
        dir.path(),
        &[
            "bridge",
            "--state",
            "pick=actor-miller&hide=inferred,forecast",
        ],
    ));
    for part in [
        "The bridge",
        "How the actors are connected",
        "Picked: Miller. Left out: inferred, forecast.",
        "Explains: “A bridge too narrow” (The Valley Post, no author named, February 2025). As of 1 March 2025.",
        "Made with Standpoint",
    ] {
        assert!(said.contains(part), "“{part}” in {said}");
    }
    let said = |arguments: &[&str]| words(&svg(dir.path(), &[&["bridge"], arguments].concat()));
    assert!(said(&["--issue", "bridge"]).contains("Positions: The bridge"));
    assert!(said(&["--view", "timeline"]).contains("Timeline, 2024"));
    let part = svg(
        dir.path(),
        &[
            &*built_in("security-guarantees"),
            "--at",
            "event-remarks",
            "--zoom",
            "4",
        ],
    );
    assert!(words(&part).contains(" (detail)"));
}

#[test]
fn it_stands_by_itself_and_tells_everything_in_words() {
    let dir = desk(&[]);
    let image = svg(dir.path(), &["bridge"]);
    let document = Document::parse(&image).unwrap();
    let root = document.root_element();
    assert_eq!(
        root.attribute(("http://www.w3.org/XML/1998/namespace", "lang")),
        Some("en")
    );
    let first: Vec<_> = root
        .children()
        .take(2)
        .map(|node| (node.tag_name().name(), node.text().unwrap_or_default()))
        .collect();
    assert_eq!(
        first[0],
        ("title", "The bridge: How the actors are connected")
    );
    assert!(
        first[1].0 == "desc" && first[1].1.contains("Miller"),
        "{first:?}"
    );
    for attribute in document.descendants().flat_map(|node| node.attributes()) {
        let outside = attribute.name() == "href"
            || attribute.value().contains("url(")
            || attribute.name().starts_with("on");
        assert!(!outside, "{attribute:?}");
    }
}

#[test]
fn whatever_a_story_says_stays_text() {
    let hostile = r#"</text></title><script>alert(1)</script>&amp; \"x\" <![CDATA[ ]]> &#x0;"#;
    let toml = format!("title = \"{hostile}\"");
    let dir = desk(&[
        ("title = \"The bridge\"", &toml),
        ("name = \"Miller\"", &format!("name = \"{hostile}\"")),
        ("title = \"The flood\"", &toml),
    ]);
    for view in ["map", "timeline"] {
        let image = svg(
            dir.path(),
            &["bridge", "--view", view, "--state", "actor-miller"],
        );
        let document = Document::parse(&image).unwrap();
        let names: Vec<_> = document
            .descendants()
            .map(|node| node.tag_name().name().to_owned())
            .collect();
        assert!(!names.contains(&"script".to_owned()));
        let title = document
            .root_element()
            .first_element_child()
            .unwrap()
            .text()
            .unwrap();
        assert!(title.starts_with(&hostile.replace('\\', "")), "{title}");
    }
}

#[test]
fn a_language_to_the_left_begins_at_the_right() {
    let dir = desk(&[
        ("lang = \"en\"", "lang = \"he\""),
        ("title = \"The bridge\"", "title = \"הגשר\""),
    ]);
    let image = svg(dir.path(), &["bridge", "--width", "600"]);
    let document = Document::parse(&image).unwrap();
    let title = texts(&document)
        .into_iter()
        .find(|text| text.text().is_some_and(|words| words.contains("הגשר")))
        .unwrap();
    assert_eq!(
        (title.attribute("x"), title.attribute("text-anchor")),
        (Some("576"), Some("end"))
    );
}

#[test]
fn a_png_is_as_large_as_asked_for_and_the_same_every_time() {
    let dir = desk(&[]);
    let one = png(dir.path(), "one.png", &["bridge", "--width", "640"]);
    assert_eq!(size(&one).0, 640);
    assert!(one == png(dir.path(), "two.png", &["bridge", "--width", "640"]));
    let (width, height) = size(&one);
    assert_eq!(
        size(&png(
            dir.path(),
            "fine.PNG",
            &["bridge", "--width", "640", "--scale", "2"]
        )),
        (width * 2, height * 2)
    );
    assert!(
        one != png(
            dir.path(),
            "dark.png",
            &["bridge", "--width", "640", "--theme", "dark"]
        )
    );
}

#[test]
fn dark_is_another_ground_and_another_ink() {
    let dir = desk(&[]);
    let [light, dark] =
        ["light", "dark"].map(|theme| svg(dir.path(), &["bridge", "--theme", theme]));
    assert!(light.contains("#ffffff") && light.contains("#1b1a18") && !light.contains("#15171a"));
    assert!(dark.contains("#15171a") && dark.contains("#eceef0") && !dark.contains("#1b1a18"));
}

#[test]
fn an_earlier_image_is_replaced_and_nothing_is_left_beside_it() {
    let dir = desk(&[]);
    let path = dir.path().join("out/map.svg");
    for _ in 0..2 {
        assert_eq!(
            image(dir.path(), &["bridge", "-o", "out/map.svg"])
                .status
                .code(),
            Some(0)
        );
    }
    assert_eq!(support::read(path), svg(dir.path(), &["bridge"]));
    assert_eq!(fs::read_dir(dir.path().join("out")).unwrap().count(), 1);
}

#[test]
fn what_is_not_known_is_named_with_what_is_nearest() {
    let dir = desk(&[]);
    for (arguments, said) in [
        (
            &["--at", "actor-miler"][..],
            "there is no actor, event or passage \"actor-miler\"; did you mean `actor-miller`?",
        ),
        (&["--at", "miller"], "did you mean `actor-miller`?"),
        (&["--state", "#event-flod"], "did you mean `event-flood`?"),
        (
            &["--state", "pick=actor-nobody-at-all"],
            "there are `actor-mayor`, `actor-miller`",
        ),
        (&["--state", "hide=infered"], "did you mean `inferred`?"),
        (
            &["--state", "map=postions"],
            "there is no reading of the map \"postions\"; did you mean `positions`?",
        ),
        (
            &["--state", "isue=bridge"],
            "there is no part of a link \"isue\"; did you mean `issue`?",
        ),
        (
            &["--issue", "brigde"],
            "there is no issue \"brigde\"; did you mean `bridge`?",
        ),
        (
            &["--issue", "bridge", "--view", "timeline"],
            "--issue reads the map",
        ),
        (
            &["--view", "timeline", "--at", "actor-mayor"],
            "this view does not show actor-mayor",
        ),
        (&["--width", "200"], "200 is not in 320..=4000"),
        (&["--zoom", "0.5"], "it must be a number of at least 1"),
        (
            &["-o", "map.jpg"],
            "cannot write an image to map.jpg: use a name that ends in .svg or .png",
        ),
    ] {
        refuses(&dir, &[&["bridge"], arguments].concat(), 2, said);
    }
    fs::create_dir(dir.path().join("folder.svg")).unwrap();
    refuses(
        &dir,
        &["bridge", "-o", "folder.svg"],
        2,
        "is a folder; name a file",
    );
    refuses(&dir, &["nowhere"], 2, "there is no story folder nowhere");
}

#[test]
fn a_faulty_story_has_no_image() {
    let dir = desk(&[("actor = \"mayor\"", "actor = \"major\"")]);
    refuses(&dir, &["bridge", "-o", "map.svg"], 1, "error");
    assert!(!dir.path().join("map.svg").exists());
}

#[test]
fn a_large_story_has_images_too() {
    let measure = Measure {
        events: 200,
        actors: 200,
        seed: 1,
    };
    let texts = invented(measure);
    let dir = support::temporary_folder(&[
        ("many/story.toml", &texts.story),
        ("many/article.md", &texts.article),
    ]);
    for arguments in [
        &["--view", "map"][..],
        &["--view", "map", "--state", "map=positions"],
        &["--view", "timeline"],
    ] {
        let svg = svg(dir.path(), &[&["many"], arguments].concat());
        let page = Document::parse(&svg).unwrap();
        let words = page
            .descendants()
            .filter(|node| node.has_tag_name("text"))
            .count();
        assert!((20..800).contains(&words), "{arguments:?}: {words} texts");
    }
}
