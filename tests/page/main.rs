//! The HTML of each part of a page, as it is before the app runs: `tests/page/*.html`, one element
//! a line. `UPDATE_EXPECT=1 cargo test --test page` writes them anew.

use expect_test::expect_file;
use scraper::{ElementRef, Html, Node, Selector};
use standpoint::app::StoryRef;
use standpoint::layout::Content;
use standpoint::site::prerender::prerender;
use std::fs;
use std::path::Path;

/// Each part with the element that holds it.
const PARTS: [(&str, &str); 9] = [
    ("masthead", ".masthead"),
    ("toolbar", ".toolbar"),
    ("article", ".passage"),
    ("map", "svg.map"),
    ("map-legend", ".map-legend"),
    ("phase", "#timeline .phase"),
    ("actor", "details.card"),
    ("status", "[role=status]"),
    ("foot", "footer"),
];

/// The longest line of an element that is written with its text on it.
const MAX_LINE: usize = 100;

#[test]
fn each_part_of_a_page_has_its_html() {
    let page = page("harbour");
    for (name, css) in PARTS {
        let part = page.select(&Selector::parse(css).unwrap()).next();
        let part = part.unwrap_or_else(|| panic!("the page has no {css}"));
        let mut out = String::new();
        write(part, 0, &mut out);
        expect_file![format!("{name}.html")].assert_eq(&out);
    }
}

fn page(story: &str) -> Html {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("stories")
        .join(story);
    let read = |name: &str| fs::read_to_string(folder.join(name)).unwrap();
    let (story, found) = standpoint::format::read(story, &read("story.toml"), &read("article.md"));
    let story = story.unwrap_or_else(|| panic!("{found:?}"));
    Html::parse_document(&prerender(&StoryRef::from(Content::of(story)), false))
}

/// Writes an element and all in it, indented by its depth.
fn write(element: ElementRef, depth: usize, out: &mut String) {
    let indent = "  ".repeat(depth);
    let name = element.value().name();
    let attributes: String = element
        .value()
        .attrs()
        .map(|(key, value)| format!(" {key}={value:?}"))
        .collect();
    let children: Vec<_> = element.children().collect();
    let text: String = element.text().collect();
    let plain = children.iter().all(|child| child.value().is_text());
    let line = format!("{indent}<{name}{attributes}>{}</{name}>", text.trim());
    if plain && line.chars().count() <= MAX_LINE {
        *out += &line;
        out.push('\n');
        return;
    }
    *out += &format!("{indent}<{name}{attributes}>\n");
    for child in children {
        match child.value() {
            Node::Text(text) if !text.trim().is_empty() => {
                *out += &format!("{indent}  {}\n", text.trim());
            }
            _ => {
                if let Some(child) = ElementRef::wrap(child) {
                    write(child, depth + 1, out);
                }
            }
        }
    }
    *out += &format!("{indent}</{name}>\n");
}
