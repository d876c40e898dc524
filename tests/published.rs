//! What a site says about itself when it is told where it will stand, and what it leaves out
//! otherwise: read by real parsers of HTML, JSON and compressed files, on the built-in stories. The
//! app is a stand-in of a few bytes.

mod support;

use expect_test::{Expect, expect};
use scraper::{Html, Selector};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::io::Read;
use std::path::PathBuf;
use std::sync::OnceLock;

const BASE: &str = "https://www.lantern.example/our%20explainers/";

/// The stories built with and without a base URL, once for all tests.
struct Sites {
    folder: tempfile::TempDir,
}

fn sites() -> &'static Sites {
    static SITES: OnceLock<Sites> = OnceLock::new();
    SITES.get_or_init(|| {
        let sites = Sites {
            folder: support::temporary_folder(&[]),
        };
        support::write_app(sites.folder.path());
        sites.run(&[
            "-o",
            "told",
            "--base-url",
            BASE,
            "--site-name",
            "The Lantern",
            "--precompress",
        ]);
        sites.run(&["-o", "untold"]);
        sites
    })
}

impl Sites {
    fn run(&self, arguments: &[&str]) {
        let output = support::standpoint(self.folder.path())
            .arg("build")
            .args(["harbour", "security-guarantees"].map(support::story_folder))
            .args(arguments)
            .output()
            .unwrap();
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
    }

    fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    fn text(&self, path: &str) -> String {
        support::read(self.path(path))
    }

    fn page(&self, path: &str) -> Page {
        Page(Html::parse_document(&self.text(path)))
    }
}

struct Page(Html);

impl Page {
    /// The values of an attribute of all that matches.
    fn all(&self, css: &str, attribute: &str) -> Vec<String> {
        let selector = Selector::parse(css).unwrap();
        self.0
            .select(&selector)
            .map(|element| element.attr(attribute).unwrap_or_default().to_owned())
            .collect()
    }

    /// `name: content` of each meta tag that search engines and social networks read.
    fn tags(&self) -> String {
        let css = "meta[property], meta[name='robots'], meta[name^='twitter:'], meta[name='description'], \
                   link[rel='canonical'], link[rel='alternate']";
        let line = |element: scraper::ElementRef| {
            let one = |names: [&str; 3]| {
                names
                    .iter()
                    .find_map(|name| element.attr(name))
                    .unwrap_or_default()
                    .to_owned()
            };
            format!(
                "{}: {}\n",
                one(["property", "name", "rel"]),
                one(["content", "href", ""])
            )
        };
        self.0
            .select(&Selector::parse(css).unwrap())
            .map(line)
            .collect()
    }

    fn linked(&self) -> Vec<Value> {
        let scripts = Selector::parse("script[type='application/ld+json']").unwrap();
        let texts = self
            .0
            .select(&scripts)
            .map(|script| script.text().collect::<String>());
        texts
            .map(|text| serde_json::from_str(&text).unwrap())
            .collect()
    }
}

fn check(path: &str, expected: Expect) {
    expected.assert_eq(&sites().page(path).tags());
}

#[test]
fn a_page_that_knows_its_place_says_all() {
    check(
        "told/harbour/index.html",
        expect![[r#"
        description: An invented story: a harbour town, a wall that has to be paid for, and fourteen parties who each want something reasonable. Marrowick does not exist, and neither does anyone in it.
        robots: max-image-preview:large
        og:title: Whose quay? The long argument over Marrowick harbour
        og:description: An invented story: a harbour town, a wall that has to be paid for, and fourteen parties who each want something reasonable. Marrowick does not exist, and neither does anyone in it.
        og:type: article
        og:locale: en
        og:url: https://www.lantern.example/our%20explainers/harbour/index.html
        og:site_name: The Lantern
        og:image: https://www.lantern.example/our%20explainers/harbour/preview.png
        og:image:width: 1200
        og:image:height: 630
        og:image:alt: Whose quay? The long argument over Marrowick harbour: a map of Harbour Committee, Cllr Penhallow, County service, Harbour Authority, Capt. Brandreth, Fishing co-op, Winifred Askew, Tidewright, Chamber of Trade, Residents’ assoc., Young Tenants, Pilot museum, Market Friends, Wildlife Trust
        twitter:card: summary_large_image
        canonical: https://www.lantern.example/our%20explainers/harbour/index.html
        alternate: https://www.lantern.example/our%20explainers/harbour/oembed.json
    "#]],
    );
}

#[test]
fn a_page_that_knows_no_place_says_what_can_be_said_relatively() {
    check(
        "untold/harbour/index.html",
        expect![[r#"
        description: An invented story: a harbour town, a wall that has to be paid for, and fourteen parties who each want something reasonable. Marrowick does not exist, and neither does anyone in it.
        robots: max-image-preview:large
        og:title: Whose quay? The long argument over Marrowick harbour
        og:description: An invented story: a harbour town, a wall that has to be paid for, and fourteen parties who each want something reasonable. Marrowick does not exist, and neither does anyone in it.
        og:type: article
        og:locale: en
    "#]],
    );
}

#[test]
fn the_page_to_frame_is_to_be_found_at_its_story_only() {
    check(
        "told/harbour/embed.html",
        expect![[r#"
        description: An invented story: a harbour town, a wall that has to be paid for, and fourteen parties who each want something reasonable. Marrowick does not exist, and neither does anyone in it.
        robots: noindex
        canonical: https://www.lantern.example/our%20explainers/harbour/index.html
    "#]],
    );
    check(
        "untold/harbour/embed.html",
        expect![[r#"
        description: An invented story: a harbour town, a wall that has to be paid for, and fourteen parties who each want something reasonable. Marrowick does not exist, and neither does anyone in it.
        robots: noindex
        canonical: index.html
    "#]],
    );
    for site in ["told", "untold"] {
        let [page, frame] =
            ["index", "embed"].map(|name| sites().text(&format!("{site}/harbour/{name}.html")));
        let body = |text: &str| text.split_once("</head>").map(|(_, body)| body.to_owned());
        assert_eq!(body(&page), body(&frame), "the same body");
        assert!(
            sites()
                .page(&format!("{site}/harbour/embed.html"))
                .linked()
                .is_empty()
        );
    }
}

#[test]
fn the_page_of_contents_says_where_it_stands() {
    check(
        "told/index.html",
        expect![[r#"
        description: 2 stories: who wants what, what happened when, and how we know.
        og:title: Explainers
        og:description: 2 stories: who wants what, what happened when, and how we know.
        og:type: website
        og:url: https://www.lantern.example/our%20explainers/index.html
        og:site_name: The Lantern
        canonical: https://www.lantern.example/our%20explainers/index.html
    "#]],
    );
    check(
        "untold/index.html",
        expect![[r#"
        description: 2 stories: who wants what, what happened when, and how we know.
        og:title: Explainers
        og:description: 2 stories: who wants what, what happened when, and how we know.
        og:type: website
    "#]],
    );
}

#[test]
fn linked_data_tells_the_source_the_actors_and_the_events() {
    let all = sites().page("told/security-guarantees/index.html").linked();
    let [article] = &all[..] else {
        panic!("one document: {all:?}")
    };
    assert_eq!(
        (&article["@context"], &article["@type"]),
        (&"https://schema.org".into(), &"Article".into())
    );
    assert_eq!(
        article["url"],
        format!("{BASE}security-guarantees/index.html")
    );
    assert_eq!(article["about"]["@id"], article["isBasedOn"]["@id"]);
    assert_eq!(
        article["isBasedOn"]["headline"],
        "Russia Rejects Zelenskyy’s Security Guarantees, Escalating European Risk"
    );
    let mentions = article["mentions"].as_array().unwrap();
    let of = |kind: &str| {
        mentions
            .iter()
            .filter(|one| one["@type"] == kind)
            .collect::<Vec<_>>()
    };
    let named = |kind: &str| {
        of(kind)
            .iter()
            .map(|one| one["name"].as_str().unwrap())
            .collect::<Vec<_>>()
            .join(", ")
    };
    expect!["Russia, Ukraine, Germany, United States, China"].assert_eq(&named("Country"));
    expect!["Maria Zakharova, Volodymyr Zelenskyy"].assert_eq(&named("Person"));
    expect!["NATO"].assert_eq(&named("Organization"));
    let dated = of("Event")
        .into_iter()
        .filter(|event| event["startDate"].is_string())
        .count();
    assert!(
        dated >= 5 && of("Event").len() > dated,
        "{dated} of {}",
        of("Event").len()
    );
    let invasion = of("Event")
        .into_iter()
        .find(|event| event["startDate"] == "2022-02-24")
        .unwrap();
    assert!(invasion["name"].as_str().unwrap().contains("invades"));
    assert!(
        !named("Event").contains("may"),
        "a forecast is no event: {}",
        named("Event")
    );
}

#[test]
fn what_a_page_says_of_itself_costs_at_most_a_thousand_bytes() {
    // The page to frame says nothing of itself.
    let [page, frame] = ["index", "embed"].map(|name| {
        fs::metadata(sites().path(&format!("told/harbour/{name}.html.br")))
            .unwrap()
            .len()
    });
    assert!(page - frame <= 1000, "{} bytes", page - frame);
}

#[test]
fn content_systems_get_an_answer_that_is_discovered_absolutely() {
    let page = sites().page("told/harbour/index.html");
    let found = page.all(
        "head > link[rel='alternate'][type='application/json+oembed']",
        "href",
    );
    assert_eq!(found, [format!("{BASE}harbour/oembed.json")]);
    let answer: Value = serde_json::from_str(&sites().text("told/harbour/oembed.json")).unwrap();
    let text = |key: &str| {
        answer[key]
            .as_str()
            .unwrap_or_else(|| panic!("{key}: {answer}"))
    };
    assert_eq!(
        (text("version"), text("type"), text("provider_name")),
        ("1.0", "rich", "The Lantern")
    );
    assert_eq!(text("thumbnail_url"), format!("{BASE}harbour/preview.png"));
    assert_eq!(
        (
            answer["thumbnail_width"].as_u64(),
            answer["thumbnail_height"].as_u64()
        ),
        (Some(1200), Some(630))
    );
    let html = Page(Html::parse_fragment(text("html")));
    assert!(
        text("html").starts_with("<blockquote>"),
        "by this WordPress knows that the frame tells its height"
    );
    assert_eq!(
        html.all("blockquote > a", "href"),
        [format!("{BASE}harbour/index.html")]
    );
    assert_eq!(
        html.all("iframe", "src"),
        [format!("{BASE}harbour/embed.html")]
    );
    assert_eq!(html.all("iframe", "title"), [text("title")]);
    assert_eq!(html.all("iframe", "height"), [answer["height"].to_string()]);
    assert!(!sites().path("untold/harbour/oembed.json").exists());
    // WordPress reads the first 150 KB.
    assert!(
        sites()
            .text("told/harbour/index.html")
            .find("json+oembed")
            .unwrap()
            < 150_000
    );
}

#[test]
fn the_preview_image_is_as_large_as_it_says_and_the_same_every_time() {
    let [told, untold] = ["told", "untold"]
        .map(|site| fs::read(sites().path(&format!("{site}/harbour/preview.png"))).unwrap());
    assert_eq!(told, untold);
    // The head of a PNG: signature, length and name of the first chunk, width and height.
    assert_eq!(&told[..8], b"\x89PNG\r\n\x1a\n");
    let number = |at: usize| u32::from_be_bytes(told[at..at + 4].try_into().unwrap());
    assert_eq!((number(16), number(20)), (1200, 630));
    assert!(
        told.len() < 300_000,
        "{} bytes: some networks refuse more",
        told.len()
    );
}

#[test]
fn compressed_copies_hold_the_same_bytes() {
    let (mut seen, mut folders) = (BTreeSet::new(), vec![sites().path("told")]);
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().path())
        {
            let Some(ending) = path.extension() else {
                folders.extend(path.is_dir().then_some(path));
                continue;
            };
            let mut bytes = Vec::new();
            let packed = fs::read(&path).unwrap_or_default();
            match ending.to_str().unwrap() {
                "br" => brotli::Decompressor::new(&packed[..], 4096)
                    .read_to_end(&mut bytes)
                    .unwrap(),
                "gz" => flate2::read::GzDecoder::new(&packed[..])
                    .read_to_end(&mut bytes)
                    .unwrap(),
                _ => continue,
            };
            assert_eq!(
                bytes,
                fs::read(path.with_extension("")).unwrap(),
                "{}",
                path.display()
            );
            assert!(packed.len() < bytes.len());
            seen.insert(path.file_name().unwrap().to_string_lossy().into_owned());
        }
    }
    assert!(
        seen.is_superset(
            &["index.html.br", "embed.html.gz", "oembed.json.br"]
                .map(String::from)
                .into()
        ),
        "{seen:?}"
    );
    let manifest: Value = serde_json::from_str(&sites().text("told/standpoint.json")).unwrap();
    let listed = |name: &str| manifest["files"].as_array().unwrap().contains(&name.into());
    assert!(
        listed("harbour/index.html.br") && listed("_headers") && listed(".nojekyll"),
        "{manifest}"
    );
    assert!(!sites().path("untold/index.html.br").exists());
}

/// The rules of `_headers` whose pattern a path meets, as Netlify and Cloudflare Pages read them.
fn headers(path: &str) -> Vec<String> {
    let (text, mut meets, mut found) = (sites().text("told/_headers"), false, Vec::new());
    for line in text.lines().filter(|line| !line.is_empty()) {
        match line.strip_prefix("  ") {
            Some(header) if meets => found.push(header.to_owned()),
            Some(_) => {}
            None => {
                meets = line
                    .strip_suffix('*')
                    .map_or(line == path, |start| path.starts_with(start))
            }
        }
    }
    found
}

#[test]
fn hosts_that_read_headers_send_the_policy_and_say_how_long_to_keep() {
    let script = fs::read_dir(sites().path("told/assets"))
        .unwrap()
        .next()
        .unwrap()
        .unwrap()
        .file_name();
    let script = format!("/assets/{}", script.to_string_lossy());
    let paths = [
        "/",
        "/index.html",
        "/harbour/",
        "/harbour/embed.html",
        "/harbour/oembed.json",
    ]
    .map(|path| (path, "max-age=300"));
    for (path, keep) in paths
        .into_iter()
        .chain([(script.as_str(), "max-age=31536000, immutable")])
    {
        let headers = headers(path);
        let count = |name: &str| {
            headers
                .iter()
                .filter(|header| header.starts_with(name))
                .count()
        };
        assert_eq!(
            count("Cache-Control: "),
            1,
            "{path}: hosts would join them: {headers:?}"
        );
        assert!(
            headers.iter().any(|header| header.ends_with(keep)),
            "{path}: {headers:?}"
        );
        let policy = format!(
            "Content-Security-Policy: {}",
            standpoint::site::policy::policy_at("https://www.lantern.example")
        );
        assert!(
            headers.contains(&policy)
                && headers.contains(&"X-Content-Type-Options: nosniff".into()),
            "{headers:?}"
        );
        assert!(headers.iter().all(
            |header| !header.contains("frame-ancestors") && !header.contains("X-Frame-Options")
        ));
    }
}

fn embed_code(arguments: &[&str]) -> (Option<i32>, String) {
    let output = support::standpoint(&support::root())
        .arg("embed-code")
        .arg(support::story_folder("harbour"))
        .args(arguments)
        .output()
        .unwrap();
    (
        output.status.code(),
        String::from_utf8([output.stdout, output.stderr].concat()).unwrap(),
    )
}

#[test]
fn embed_codes_carry_options_state_and_the_heights_of_the_page() {
    let goto = "pick=actor-council&map=positions";
    let all = [
        "--url",
        "https://e.org/h/",
        "--goto",
        goto,
        "--options",
        "theme=dark",
        "accent=#a00",
    ];
    let actor = sites()
        .page("told/harbour/index.html")
        .all("details.card", "id")
        .remove(0);
    let goto = goto.replace("actor-council", &actor);
    let all = all.map(|argument| {
        if argument.starts_with("pick=") {
            goto.as_str()
        } else {
            argument
        }
    });
    let (code, frame) = embed_code(&[&all[..], &["--kind", "frame"]].concat());
    assert_eq!(code, Some(0), "{frame}");
    let state = format!("?theme=dark&accent=%23a00#{goto}");
    let html = Page(Html::parse_fragment(&frame));
    assert_eq!(
        html.all("iframe", "src"),
        [format!("https://e.org/h/embed.html{state}")]
    );
    let told: Value = serde_json::from_str(&sites().text("told/harbour/oembed.json")).unwrap();
    assert_eq!(html.all("iframe", "height"), [told["height"].to_string()]);
    assert!(html.all("iframe", "data-heights")[0].contains(&format!("640:{}", told["height"])));
    let pym = Page(Html::parse_fragment(
        &embed_code(&[&all[..], &["--kind", "pym"]].concat()).1,
    ));
    assert_eq!(
        pym.all("div", "data-pym-src"),
        [format!("https://e.org/h/embed.html{state}")]
    );
    assert_eq!(
        pym.all("div > p > a", "href"),
        [format!("https://e.org/h/index.html#{goto}")],
        "the whole page"
    );
    let (_, part) = embed_code(&[
        "--url",
        "https://e.org/h/",
        "--options",
        "chrome=off",
        "--kind",
        "frame",
    ]);
    let part = Page(Html::parse_fragment(&part));
    assert_eq!(
        part.all("iframe", "height"),
        ["800"],
        "of a page without some of its parts no height is told"
    );
    assert_ne!(html.all("iframe", "height"), ["800"]);
    let (_, wordpress) = embed_code(&[&all[..], &["--kind", "wordpress"]].concat());
    assert_eq!(wordpress, "https://e.org/h/index.html\n");
    let (_, every) = embed_code(&all);
    assert!(
        [frame, wordpress]
            .iter()
            .all(|code| every.contains(code.trim_end())),
        "{every}"
    );
}

#[test]
fn what_an_embed_code_cannot_hold_is_said() {
    for (arguments, part) in [
        (
            &["--url", "https://e.org/", "--goto", "actor-nobody"][..],
            "\"actor-nobody\" leads nowhere in this story",
        ),
        (
            &["--url", "https://e.org/", "--options", "colour=red"],
            "there is no option \"colour\"",
        ),
        (&["--url", "e.org"], "write it whole"),
    ] {
        let (code, said) = embed_code(arguments);
        assert!(code == Some(2) && said.contains(part), "{said}");
    }
}
