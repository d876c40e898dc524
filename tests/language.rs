//! A page in the language of its story: marks of quotation, what is English in it, names of other
//! scripts, search and lists.
#![cfg(not(target_arch = "wasm32"))]

use scraper::{ElementRef, Html, Selector};
use standpoint::app::StoryRef;
use standpoint::format::rules;
use standpoint::layout::Content;
use standpoint::site::prerender::prerender;
use standpoint::state::query::{Found, search, told_apart};
use standpoint::story::Story;

/// A story with these actors: name, and further lines.
fn story(lang: &str, source: &str, actors: &[(&str, &str)], rest: &str) -> Story {
    let actor = |(index, (name, more)): (usize, &(&str, &str))| {
        format!(
            "[[actor]]\nid = \"a{index}\"\nname = '''{name}'''\nkind = \"person\"\ngroup = \"g\"\nabout = \"One of them.\"\n{more}\n"
        )
    };
    let actors: String = actors.iter().enumerate().map(actor).collect();
    let toml = format!(
        "format = 1\nlang = \"{lang}\"\ntitle = \"A title\"\nstandfirst = \"A standfirst.\"\nupdated = \"2026-11-30\"\n\
         [source]\nname = \"{source}\"\ntitle = \"The {{passage}} title\"\npublisher = \"דבר\"\n\
         [[group]]\nid = \"g\"\nname = \"Guests\"\n[[group]]\nid = \"h\"\nname = \"Hosts\"\n{actors}{rest}"
    );
    let verdict = rules::story(
        "story",
        Some(&toml),
        Some("## The {source} again {#lead}\n\nSo it is said.{reported}\n"),
        None,
    );
    verdict
        .story
        .unwrap_or_else(|| panic!("{:#?}", verdict.found))
}

fn position(quote: &str) -> String {
    format!(
        "[[issue]]\nid = \"i\"\nname = \"An issue\"\n[[issue.stance]]\nid = \"x\"\nlabel = \"X\"\n[[issue.stance]]\nid = \"y\"\nlabel = \"Y\"\n\
         [[position]]\nactor = \"a0\"\nissue = \"i\"\nstance = \"x\"\ntext = \"Says so.\"\nevidence = \"quoted\"\nquote = '''{quote}'''\npassage = \"lead\"\n"
    )
}

fn event(actors: &str) -> String {
    format!(
        "[[event]]\nid = \"e\"\ntitle = \"An event\"\nwhen = \"2024-05-01\"\ntext = \"It was.\"\nevidence = \"reported\"\nactors = [{actors}]\npassage = \"lead\"\n"
    )
}

struct Page(Html);

impl Page {
    fn of(story: Story) -> Self {
        Self(Html::parse_document(&prerender(
            &StoryRef::from(Content::of(story)),
            false,
        )))
    }

    fn all(&self, selector: &str) -> Vec<ElementRef<'_>> {
        self.0.select(&Selector::parse(selector).unwrap()).collect()
    }

    fn text(&self, selector: &str) -> String {
        let elements = self.all(selector);
        let first = elements.first().unwrap_or_else(|| panic!("no {selector}"));
        first
            .text()
            .collect::<String>()
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    }
}

/// The language in which a screen reader reads an element.
fn language<'a>(element: ElementRef<'a>, page: &'a str) -> &'a str {
    let around = element.ancestors().filter_map(ElementRef::wrap);
    std::iter::once(element)
        .chain(around)
        .find_map(|element| element.value().attr("lang"))
        .unwrap_or(page)
}

#[test]
fn a_quotation_has_the_marks_of_its_language() {
    for (lang, expected) in [
        ("en", "“It is ‘no’ bridge”"),
        ("de", "„It is “no” bridge“"),
        ("sv", "”It is “no” bridge”"),
    ] {
        let page = Page::of(story(
            lang,
            "the letter",
            &[("Anna", "")],
            &position("It is “no” bridge"),
        ));
        assert_eq!(
            page.text("blockquote.quotation:not([hidden])"),
            expected,
            "{lang}"
        );
    }
    let page = Page::of(story(
        "fr",
        "la lettre",
        &[("Anna", "")],
        &position("l’« île »"),
    ));
    assert_eq!(
        page.all("blockquote.quotation:not([hidden])")[0]
            .text()
            .collect::<String>(),
        "«\u{202F}l’“île”\u{202F}»"
    );
    assert!(page.text(".source-line cite").starts_with('«'));
}

#[test]
fn every_text_stands_as_it_was_written() {
    let page = Page::of(story(
        "en",
        "the {passage} file",
        &[("{name}", "also = [\"{title}\"]")],
        &event("\"a0\""),
    ));
    assert_eq!(
        page.text(".event .where"),
        "Where in the {passage} file: The {source} again"
    );
    assert_eq!(page.text(".card-also"), "Also called: {title}");
    assert_eq!(
        page.all(".permalink")[0].value().attr("aria-label"),
        Some("Link to this passage: The {source} again")
    );
    assert_eq!(page.text(".source-line cite"), "“The {passage} title”");
}

#[test]
fn what_is_english_in_another_language_is_marked_as_english() {
    let page = Page::of(story(
        "ar",
        "التقرير",
        &[("سلمى", "also = [\"س\"]")],
        &(position("قال") + &event("\"a0\"")),
    ));
    for selector in [
        ".skip > span",
        ".kicker > span",
        "#text-title > span",
        "#map-title > span",
        "#actors-title > span",
        ".filter legend > span",
        ".evidence > span[lang]",
        ".where > span",
        ".event-when time > span",
        ".card-also > span",
        ".foot h2 > span",
        ".updated > span",
        ".statement-mark > span",
        ".how dd > span",
    ] {
        let found = page.all(selector);
        assert!(!found.is_empty(), "no {selector}");
        for element in found {
            assert_eq!(element.value().attr("lang"), Some("en"), "{selector}");
            assert_eq!(element.value().attr("dir"), Some("ltr"), "{selector}");
        }
    }
    for selector in [
        ".where bdi",
        ".card-also bdi",
        ".part-note bdi",
        ".card-name",
        ".event-title a",
        ".node",
        "td",
        "blockquote",
    ] {
        let found = page.all(selector);
        assert!(!found.is_empty(), "no {selector}");
        found
            .into_iter()
            .filter(|cell| cell.text().all(|text| !text.contains("stated")))
            .for_each(|element| {
                assert_eq!(language(element, "ar"), "ar", "{selector}");
            });
    }
    for element in page.all("[aria-label]") {
        let label = element.value().attr("aria-label").unwrap();
        if label.is_ascii() && label.chars().any(char::is_alphabetic) {
            assert_eq!(language(element, "ar"), "en", "{label}");
        }
    }
}

#[test]
fn an_english_story_needs_no_marks_of_language() {
    let page = Page::of(story(
        "en-GB",
        "the letter",
        &[("Anna", "also = [\"A\", \"B (2)\"]")],
        &event("\"a0\""),
    ));
    assert!(
        page.all(".explainer [lang], .changing bdi, .changing [dir]")
            .is_empty()
    );
    assert_eq!(page.text(".card-also"), "Also called: A, B (2)");
}

#[test]
fn names_of_another_direction_are_isolated() {
    let also = "also = [\"MFA (2)\", \"חוץ (1)\", \"1948–\"]";
    let page = Page::of(story(
        "en",
        "the letter",
        &[("משרד החוץ", also), ("Smith & Co. (חיפה)!", "")],
        &event("\"a0\", \"a1\""),
    ));
    let within = |selector: &str| {
        page.all(selector)
            .iter()
            .map(|bdi| bdi.text().collect::<String>())
            .collect::<Vec<_>>()
    };
    assert_eq!(within(".card-also bdi"), ["חוץ (1)"]);
    assert_eq!(
        within(".card-name bdi"),
        ["משרד החוץ", "Smith & Co. (חיפה)!"]
    );
    assert_eq!(
        within(".event-actors bdi"),
        ["משרד החוץ", "Smith & Co. (חיפה)!"]
    );
    assert_eq!(within(".masthead .source-line bdi"), ["דבר"]);
    let label = page.all(".node")[0]
        .value()
        .attr("aria-label")
        .unwrap()
        .to_owned();
    assert!(
        label.starts_with("\u{2068}משרד החוץ\u{2069}, person, Guests."),
        "{label:?}"
    );
}

#[test]
fn two_of_one_name_are_told_apart() {
    let people = [("John Smith", ""), ("john  smith", ""), ("Anna", "")];
    let mut story = story("en", "the letter", &people, &event("\"a0\", \"a2\""));
    let other = story.each_group().nth(1).unwrap().0;
    story.actors[1].group = other;
    let names: Vec<_> = story
        .each_actor()
        .map(|(id, actor)| told_apart(&story, id, &actor.name))
        .collect();
    assert_eq!(
        names,
        [
            "John Smith (person, Guests)",
            "john  smith (person, Hosts)",
            "Anna"
        ]
    );
    let page = Page::of(story);
    assert_eq!(
        page.text(".event-actors ul"),
        "John Smith (person, Guests)Anna"
    );
}

#[test]
fn a_search_finds_names_however_they_are_typed() {
    let people = [
        ("Zürich Insurance", ""),
        ("Łódź City Council", ""),
        ("İstanbul Barosu", ""),
        ("Slavoj Žižek", ""),
        ("Grüne Straße e. V.", ""),
        ("Antoni\u{301}n Dvor\u{30C}a\u{301}k", ""),
        ("Karen Spärck Jones", ""),
        ("Volodymyr Zelenskyy", ""),
        ("Ana Pérez", ""),
        ("Councillor Idris Penhallow", "short = \"Cllr Penhallow\""),
        ("Smörgåsbord AB", ""),
        ("Ĳsselmeer Visserij", ""),
        ("Nguyễn Thị Định", ""),
        ("United States", "inline = \"the Union\""),
    ];
    let story = story("en", "the list", &people, "");
    let typed = [
        "zurich",
        "LODZ",
        "istanbul",
        "zizek",
        "strasse",
        "dvorak",
        "sparck",
        "zelensky",
        "perez",
        "cllr pen",
        "smorgasbord",
        "ijsselmeer",
        "nguyen dinh",
        "the union",
    ];
    for (index, sought) in typed.into_iter().enumerate() {
        let found: Vec<usize> = search(&story, sought)
            .into_iter()
            .map(|found| match found {
                Found::Actor(id) => id.index(),
                Found::Event(_) => usize::MAX,
            })
            .collect();
        assert_eq!(found, [index], "{sought}");
    }
    assert!(search(&story, " ").is_empty());
}
