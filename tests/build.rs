//! `standpoint build` and the server, by the real program: what it writes, what it refuses, and
//! that it is the same every time. The app is a stand-in of a few bytes in the shape of Trunk's
//! output; `tests/browser` runs the real one.

mod support;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use expect_test::{Expect, expect};
use sha2::{Digest, Sha256};
use standpoint::site::serve::{Background, Server};
use std::collections::BTreeMap;
use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};

/// A fresh folder with an app and some stories.
struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        let folder = support::temporary_folder(&[]);
        support::write_app(folder.path());
        Self { folder }
    }

    fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    fn write(&self, path: &str, text: &str) {
        support::write(self.path(path), text);
    }

    fn story(&self, slug: &str, lang: &str, title: &str) {
        let toml = format!(
            r#"format = 1
lang = "{lang}"
title = '{title}'
standfirst = 'Who says "what" & why'
updated = "2026-11-23"
[source]
name = "the article"
title = "The talks"
[[group]]
id = "all"
name = "All"
[[issue]]
id = "peace"
name = "Peace"
[[issue.stance]]
id = "no"
label = "rejects"
[[issue.stance]]
id = "yes"
label = "wants"
[[actor]]
id = "town"
name = "The town"
kind = "town"
group = "all"
about = "A town."
[[position]]
actor = "town"
issue = "peace"
stance = "yes"
evidence = "reported"
text = "It wants peace."
passage = "lead"
"#
        );
        self.write(&format!("{slug}/story.toml"), &toml);
        self.write(
            &format!("{slug}/article.md"),
            "## {#lead}\n\n[The town](actor:town) wants peace.{reported}\n",
        );
    }

    /// Exit code and all that was printed, without the name of the folder and the size of the app.
    fn run(&self, arguments: &str) -> (i32, String) {
        let output = support::standpoint(self.folder.path())
            .args(arguments.split(' '))
            .output()
            .unwrap();
        let printed = [output.stdout, output.stderr].concat();
        let folder = self.folder.path().canonicalize().unwrap();
        let printed = String::from_utf8(printed)
            .unwrap()
            .replace(&format!("{}/", folder.display()), "");
        let size = printed
            .rfind(" kB")
            .map(|end| printed[..end].rfind(' ').unwrap()..end);
        let printed = size.map_or(printed.clone(), |size| {
            printed.replace(&printed[size], " N")
        });
        (output.status.code().unwrap(), printed)
    }

    fn check(&self, arguments: &str, code: i32, expected: Expect) {
        let (ended, printed) = self.run(arguments);
        expected.assert_eq(&printed);
        assert_eq!(ended, code, "exit code of `standpoint {arguments}`");
    }

    /// Every file below a folder, by path; of a picture, what can be read as text.
    fn files(&self, folder: &str) -> BTreeMap<String, String> {
        let mut found = BTreeMap::new();
        let mut folders = vec![self.path(folder)];
        while let Some(next) = folders.pop() {
            for path in fs::read_dir(next)
                .unwrap()
                .map(|entry| entry.unwrap().path())
            {
                if path.is_dir() {
                    folders.push(path);
                } else {
                    let name = path
                        .strip_prefix(self.path(folder))
                        .unwrap()
                        .display()
                        .to_string();
                    found.insert(
                        name,
                        String::from_utf8_lossy(&fs::read(path).unwrap()).into_owned(),
                    );
                }
            }
        }
        found
    }
}

/// Text in which the hashes in names no longer count: they change with every byte of the program's
/// own start.
fn unhashed(text: &str) -> String {
    let mut parts = text.split('-');
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let hash = part.chars().take_while(char::is_ascii_hexdigit).count();
        out += if hash == 16 { "-HASH" } else { "-" };
        out += &part[if hash == 16 { 16 } else { 0 }..];
    }
    out
}

/// Text in which `…` stands for whatever lies between the two signs: inline scripts have files of
/// their own, and their hashes a test.
fn masked(text: &str, start: &str, end: &str) -> String {
    let mut parts = text.split(start);
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out = out + start + "…" + &part[part.find(end).unwrap()..];
    }
    out
}

/// Page without what the app and the story put into it.
fn frame(page: &str) -> String {
    let (head, rest) = page.split_once("data-state=\"static\">").unwrap();
    let (_, data) = rest.split_once("</div>\n<script").unwrap();
    let (_, end) = data.split_once("</script>").unwrap();
    let icon = head
        .find("data:image")
        .map(|start| &head[start..start + head[start..].find('"').unwrap()]);
    let head = masked(
        &masked(&head.replace(icon.unwrap(), "ICON"), "'sha256-", "'"),
        "<script>",
        "</script>",
    );
    let head = masked(&head, "<style>", "</style>");
    unhashed(&format!(
        "{head}data-state=\"static\">APP</div>\n<script id=\"standpoint-story\">DATA</script>{end}"
    ))
}

#[test]
fn one_story_is_the_site() {
    let desk = Desk::new();
    desk.story("talks", "en", "Talks & <b>more</b>");
    desk.check(
        "build talks -o site",
        0,
        expect![[r#"
            wrote site/index.html (15 files, N kB)
            without --base-url the pages tell no canonical address, no preview image and no oEmbed answer
            warning[plain-markup]: `title` is plain text: readers would see “<b>” and “</b>” as typed
             --> talks/story.toml:3:18
              |
            3 | title = 'Talks & <b>more</b>'
              |                  ^^^^^^^^^^^
              |
              = help: write `Talks & more`

            talks: 1 warning in 1 passage, 1 actor, 1 position, 0 relations, 0 events
        "#]],
    );
    let files = desk.files("site");
    expect![[r#"
        .nojekyll
        _headers
        assets/app-HASH.wasm
        assets/app-HASH.js
        assets/boot-HASH.js
        assets/classic-HASH.js
        assets/explore-HASH.wasm
        assets/explore-HASH.js
        assets/explore-classic-HASH.js
        assets/host-HASH.js
        assets/options-HASH.js
        assets/style-HASH.css
        embed.html
        index.html
        preview.png
        standpoint.json"#]]
    .assert_eq(&unhashed(
        &files.keys().cloned().collect::<Vec<_>>().join("\n"),
    ));
    expect![[r##"
        <!doctype html>
        <html lang="en" dir="ltr">
        <head>
        <meta charset="utf-8">
        <script>…</script>
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self' 'sha256-…' 'sha256-…' 'sha256-…' 'wasm-unsafe-eval'; style-src 'self' 'sha256-…'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'">
        <!-- -->
        <script>…</script>
        <script>…</script>
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="referrer" content="strict-origin-when-cross-origin">
        <title>Talks &amp; &lt;b&gt;more&lt;/b&gt;</title>
        <meta name="description" content="Who says &quot;what&quot; &amp; why">
        <meta name="generator" content="Standpoint 0.1.0">
        <link rel="icon" href="ICON">
        <style>…</style>
        <meta name="robots" content="max-image-preview:large">
        <meta property="og:title" content="Talks &amp; &lt;b&gt;more&lt;/b&gt;">
        <meta property="og:description" content="Who says &quot;what&quot; &amp; why">
        <meta property="og:type" content="article">
        <meta property="og:locale" content="en">
        <script type="application/ld+json">{"@context":"https://schema.org","@type":"Article","about":{"@id":"#source"},"dateModified":"2026-11-23","description":"Who says \"what\" & why","headline":"Talks & \u003cb>more\u003c/b>","inLanguage":"en","isBasedOn":{"@id":"#source","@type":"Article","headline":"The talks"},"mentions":[{"@type":"Thing","name":"The town"}]}</script>
        </head>
        <body>
        <div id="standpoint" data-state="static">APP</div>
        <script id="standpoint-story">DATA</script>
        <script defer src="assets/boot-HASH.js" fetchpriority="low"></script>
        <noscript><link rel="stylesheet" href="assets/style-HASH.css"></noscript>
        </body>
        </html>
    "##]]
    .assert_eq(&frame(&files["index.html"]));
}

#[test]
fn several_stories_get_a_folder_each_and_a_page_of_contents() {
    let desk = Desk::new();
    desk.story("talks", "en", "Talks & <b>more</b>");
    desk.story("harbour", "ar-EG", "ميناء");
    desk.check(
        "build talks harbour -o site",
        0,
        expect![[r#"
            wrote site/index.html (20 files, N kB)
            without --base-url the pages tell no canonical address, no preview image and no oEmbed answer
            warning[plain-markup]: `title` is plain text: readers would see “<b>” and “</b>” as typed
             --> talks/story.toml:3:18
              |
            3 | title = 'Talks & <b>more</b>'
              |                  ^^^^^^^^^^^
              |
              = help: write `Talks & more`

            talks: 1 warning in 1 passage, 1 actor, 1 position, 0 relations, 0 events
            warning[no-interface]: the interface is in English for `ar-EG` until it is translated
             --> harbour/story.toml:2:8
              |
            2 | lang = "ar-EG"
              |        ^^^^^^^
              |
              = help: dates, buttons and labels stay English and are marked as such; the story needs no change

            harbour: 1 warning in 1 passage, 1 actor, 1 position, 0 relations, 0 events
        "#]],
    );
    let files = desk.files("site");
    let (_, body) = files["index.html"].split_once("<body>").unwrap();
    expect![[r#"

        <main class="contents">
        <header class="contents-head">
        <h1>Explainers</h1>
        <p class="contents-note">2 stories: who wants what, what happened when, and how we know.</p>
        </header>
        <ul role="list" class="contents-list">
        <li class="contents-story">
        <h2 lang="en" dir="ltr">
        <a href="talks/index.html">Talks &amp; &lt;b&gt;more&lt;/b&gt;</a>
        </h2>
        <p lang="en" dir="ltr">Who says "what" &amp; why</p>
        <p class="contents-counts">1 actor · 1 position · 0 events · as of 23 November 2026</p>
        </li>
        <li class="contents-story">
        <h2 lang="ar-EG" dir="rtl">
        <a href="harbour/index.html">ميناء</a>
        </h2>
        <p lang="ar-EG" dir="rtl">Who says "what" &amp; why</p>
        <p class="contents-counts">1 actor · 1 position · 0 events · as of 23 November 2026</p>
        </li>
        </ul>
        </main>
        </body>
        </html>
    "#]]
    .assert_eq(&body.replace("><", ">\n<"));
    assert!(
        !files["index.html"].contains("<script"),
        "the page of contents needs no program"
    );
    assert!(files["harbour/index.html"].contains(r#"<html lang="ar-EG" dir="rtl">"#));
}

#[test]
fn every_address_in_a_page_is_relative_and_leads_to_a_file() {
    let desk = Desk::new();
    desk.story("talks", "en", "Talks");
    desk.story("harbour", "en", "Harbour");
    desk.run("build talks harbour -o site");
    let mut seen = 0;
    for (name, page) in desk
        .files("site")
        .iter()
        .filter(|(name, _)| name.ends_with(".html"))
    {
        let folder = desk.path("site").join(name).parent().unwrap().to_owned();
        for address in ["href=\"", "src=\""]
            .iter()
            .flat_map(|start| page.split(start).skip(1))
        {
            let address = address.split('"').next().unwrap();
            if !address.starts_with('#') && !address.starts_with("data:") {
                seen += 1;
                assert!(folder.join(address).is_file(), "{name}: {address}");
            }
        }
    }
    assert!(seen > 6, "{seen}");
}

#[test]
fn boot_starts_files_that_are_there() {
    let desk = Desk::new();
    desk.story("talks", "en", "Talks");
    desk.run("build talks -o site");
    let files = desk.files("site");
    let (_, boot) = files
        .iter()
        .find(|(name, _)| name.contains("boot-"))
        .unwrap();
    let started: Vec<&str> = boot
        .split("\"./")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap())
        .collect();
    assert_eq!(started.len(), 9, "{started:?}");
    for name in started {
        assert!(files.contains_key(&format!("assets/{name}")), "{name}");
    }
}

#[test]
fn no_text_of_a_story_becomes_markup_and_nothing_breaks_the_policy() {
    let desk = Desk::new();
    desk.story(
        "talks",
        "en",
        r#"</script><script>alert("1")</script><!-- <p style="x">"#,
    );
    desk.run("build talks -o site");
    let page = &desk.files("site")["index.html"];
    assert_eq!(
        page.matches("<script").count(),
        6,
        "the first, two early ones, start, linked data and data"
    );
    assert_eq!(page.matches("</script>").count(), 6);
    assert!(
        !page.contains("<p style=") && !page.contains(" onclick") && !page.contains("javascript:"),
        "{page}"
    );
    let (_, data) = page.split_once("id=\"standpoint-story\">").unwrap();
    let (data, _) = data.split_once("</script>").unwrap();
    let parsed: serde_json::Value = serde_json::from_str(data).unwrap();
    let content =
        <standpoint::layout::Content as standpoint::pack::Unpack>::unpack(&parsed).unwrap();
    assert_eq!(
        content.story.title,
        r#"</script><script>alert("1")</script><!-- <p style="x">"#
    );
}

/// The hashes of all inline scripts of a page, in the order in which they stand there, computed
/// here.
fn script_hashes(page: &str) -> Vec<String> {
    let scripts = page
        .split("<script>")
        .skip(1)
        .map(|rest| rest.split("</script>").next().unwrap());
    scripts.map(hash).collect()
}

fn hash(text: &str) -> String {
    format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text)))
}

fn policy_of(page: &str) -> &str {
    let (_, rest) = page
        .split_once("http-equiv=\"Content-Security-Policy\" content=\"")
        .unwrap();
    rest.split('"').next().unwrap()
}

fn style_of(page: &str) -> &str {
    let (_, style) = page.split_once("<style>").unwrap();
    style.split("</style>").next().unwrap()
}

#[test]
fn the_style_sheet_in_the_page_is_a_file_too() {
    let desk = Desk::new();
    desk.story("talks", "en", "Talks");
    desk.run("build talks -o site");
    let files = desk.files("site");
    let (name, file) = files
        .iter()
        .find(|(name, _)| name.starts_with("assets/style-"))
        .expect("a file of its own");
    assert_eq!(style_of(&files["index.html"]), file);
    let without_script = format!("<noscript><link rel=\"stylesheet\" href=\"{name}\"></noscript>");
    assert!(
        files["index.html"].contains(&without_script),
        "the file is for hosts that block what stands in a page"
    );
    let (_, start) = files
        .iter()
        .find(|(name, _)| name.starts_with("assets/boot-"))
        .unwrap();
    assert!(
        start.contains(name.trim_start_matches("assets/")),
        "the start finds it too"
    );
}

#[test]
fn the_policy_lets_exactly_the_scripts_and_the_style_sheet_in_the_page_act() {
    let desk = Desk::new();
    desk.story("talks", "en", "Talks");
    desk.story("harbour", "en", "Harbour");
    desk.run("build talks harbour -o site");
    let files = desk.files("site");
    let (page, other) = (&files["talks/index.html"], &files["harbour/index.html"]);
    let hashes = script_hashes(page).join(" ");
    let expected = format!(
        "script-src 'self' {hashes} 'wasm-unsafe-eval'; style-src 'self' {};",
        hash(style_of(page))
    );
    assert!(
        policy_of(page).contains(&expected),
        "{expected} is not in {}",
        policy_of(page)
    );
    for (name, page) in [
        ("another story", other),
        ("the page of contents", &files["index.html"]),
    ] {
        assert_eq!(
            policy_of(page),
            policy_of(&files["talks/index.html"]),
            "a host sends one policy; {name}"
        );
    }
}

#[test]
fn a_single_file_holds_everything_and_lets_nothing_else_run() {
    let desk = Desk::new();
    desk.story("talks", "en", r#"</script><style>"#);
    desk.check(
        "build --single-file talks -o out/talks.html",
        0,
        expect![[r#"
            wrote out/talks.html (1 file, N kB)
            warning[plain-markup]: `title` is plain text: readers would see “</script>” and “<style>” as typed
             --> talks/story.toml:3:10
              |
            3 | title = '</script><style>'
              |          ^^^^^^^^^^^^^^^^
              |
              = help: take the markup out: emphasis and links have their place in article.md only

            talks: 1 warning in 1 passage, 1 actor, 1 position, 0 relations, 0 events
        "#]],
    );
    let files = desk.files("out");
    assert_eq!(files.len(), 1, "{:?}", files.keys());
    let page = &files["talks.html"];
    for address in ["href=\"", "src=\"", "url(", "import"]
        .iter()
        .flat_map(|start| page.split(start).skip(1))
    {
        assert!(
            address.starts_with('#') || address.starts_with("data:"),
            "{}",
            &address[..address.len().min(40)]
        );
    }
    let (scripts, style) = (script_hashes(page).join(" "), hash(style_of(page)));
    let policy = format!(
        "default-src 'none'; script-src {scripts} 'wasm-unsafe-eval'; style-src {style}; img-src data:; base-uri 'none'; \
         form-action 'none'"
    );
    assert_eq!(policy_of(page), policy);
    let (_, program) = page.split_once("id=\"standpoint-program\">").unwrap();
    let program = BASE64_STANDARD
        .decode(program.split('<').next().unwrap())
        .unwrap();
    assert_eq!(program, b"not really wasm");
    let root = page.find("id=\"standpoint\"").unwrap();
    assert!(
        page.find("standpoint-program").unwrap() > root,
        "the program comes after what is read"
    );
}

#[test]
fn a_single_file_is_the_same_every_time_and_replaces_only_its_like() {
    let desk = Desk::new();
    desk.story("talks", "en", "Talks");
    desk.story("harbour", "en", "Harbour");
    desk.run("build --single-file talks -o one.html");
    desk.run("build --single-file talks -o two.html");
    let read = |name: &str| support::read(desk.path(name));
    assert_eq!(read("one.html"), read("two.html"));
    desk.run("build --single-file harbour -o two.html");
    assert!(read("two.html").contains("<title>Harbour</title>"));
    desk.write("mine.html", "years of work");
    fs::create_dir(desk.path("folder.html")).unwrap();
    desk.check(
        "build --single-file talks -o mine.html",
        2,
        expect![[r#"
            standpoint: mine.html was not written by standpoint; name another file, or move it away
        "#]],
    );
    desk.check(
        "build --single-file talks -o folder.html",
        2,
        expect![[r#"
            standpoint: folder.html is a folder; name a file
        "#]],
    );
    desk.check(
        "build --single-file talks -o talks",
        2,
        expect![[r#"
            standpoint: cannot write a page to talks: use a name that ends in .html
        "#]],
    );
    desk.check(
        "build --single-file talks harbour -o both.html",
        2,
        expect![[r#"
            standpoint: a single file holds one story, not 2; build them one by one, or a folder of all
        "#]],
    );
    assert_eq!(read("mine.html"), "years of work");
    assert!(!desk.path("both.html").exists());
}

#[test]
fn glue_of_another_shape_is_refused() {
    let desk = Desk::new();
    desk.story("talks", "en", "Talks");
    desk.write("dist/web-3.js", "export default function () {}\n");
    desk.check(
        "build talks -o site",
        2,
        expect![[r#"
            standpoint: the app's glue is not what this version of standpoint can make a single script of ("export { initSync, __wbg_init as default };"); build the app with the wasm-bindgen that Cargo.lock names, and where that has changed, src/site/boot/mod.rs with it
        "#]],
    );
    assert!(!desk.path("site").exists());
}

#[test]
fn a_newsrooms_style_sheet_comes_after_ours() {
    let desk = Desk::new();
    desk.story("talks", "en", "Talks");
    desk.story("harbour", "en", "Harbour");
    desk.write(
        "house.css",
        ":root {\n  --standpoint-page: 70rem; /* As the paper. */\n}\n",
    );
    assert_eq!(
        desk.run("build talks harbour -o site --style house.css").0,
        0
    );
    let files = desk.files("site");
    let own = files
        .iter()
        .find(|(name, _)| name.starts_with("assets/own-"))
        .expect("a file of its own");
    assert_eq!(own.1, ":root{--standpoint-page:70rem;}");
    for (page, up, before) in [
        ("index.html", "", "contents-HASH.css\">"),
        ("talks/index.html", "../", "</style>"),
    ] {
        let sheets =
            format!("{before}\n<link rel=\"stylesheet\" href=\"{up}assets/own-HASH.css\">");
        assert!(
            unhashed(&files[page]).contains(&sheets),
            "{page} takes the sheet after ours"
        );
    }
    assert_eq!(
        desk.run("build talks -o talks.html --single-file --style house.css")
            .0,
        0
    );
    let page = support::read(desk.path("talks.html"));
    assert!(
        style_of(&page).ends_with("}}:root{--standpoint-page:70rem;}"),
        "the page holds it after ours"
    );
}

#[test]
fn a_style_sheet_that_is_missing_or_would_end_early_builds_nothing() {
    let desk = Desk::new();
    desk.story("talks", "en", "Talks");
    let (code, printed) = desk.run("build talks -o site --style none.css");
    assert!(
        code == 2 && printed.contains("cannot read none.css"),
        "{code}: {printed}"
    );
    desk.write("house.css", "p::after { content: '</style><script>' }");
    let (code, printed) = desk.run("build talks -o talks.html --single-file --style house.css");
    assert!(
        code == 2 && printed.contains("a style sheet that stands in a page cannot hold `</`"),
        "{code}: {printed}"
    );
    assert!(!desk.path("talks.html").exists() && !desk.path("site").exists());
}

#[test]
fn the_same_story_gives_the_same_bytes_and_the_old_site_is_gone() {
    let desk = Desk::new();
    desk.story("talks", "en", "Talks");
    desk.run("build talks -o one");
    desk.run("build talks -o two");
    assert_eq!(desk.files("one"), desk.files("two"));
    let [one, two] =
        ["one", "two"].map(|site| fs::read(desk.path(site).join("preview.png")).unwrap());
    assert_eq!(one, two);
    desk.write("dist/two-2.css", "p { color: red }");
    desk.check(
        "build talks -o two",
        0,
        expect![[r#"
            wrote two/index.html (15 files, N kB)
            without --base-url the pages tell no canonical address, no preview image and no oEmbed answer
        "#]],
    );
    assert_eq!(
        desk.files("two").len(),
        16,
        "no file of the earlier site is left"
    );
    let left = fs::read_dir(desk.folder.path()).unwrap().filter(|entry| {
        entry
            .as_ref()
            .unwrap()
            .file_name()
            .to_string_lossy()
            .starts_with('.')
    });
    assert_eq!(left.count(), 0, "nothing is left aside");
}

#[test]
fn a_folder_that_standpoint_did_not_write_is_left_alone() {
    let desk = Desk::new();
    desk.story("talks", "en", "Talks");
    desk.write("mine/thesis.txt", "years of work");
    desk.check(
        "build talks -o mine",
        2,
        expect![[r#"
            standpoint: mine is not empty and was not written by standpoint; name another folder, or empty it
        "#]],
    );
    desk.check(
        "build talks -o talks/story.toml",
        2,
        expect![[r#"
            standpoint: talks/story.toml is a file; name a folder
        "#]],
    );
    desk.run("build talks -o site");
    desk.write("site/assets/CNAME", "example.org");
    desk.check(
        "build talks -o site",
        2,
        expect![[r#"
            standpoint: site also holds "assets/CNAME", which standpoint did not write; move it away, or name another folder
        "#]],
    );
    assert_eq!(desk.files("mine").len(), 1);
    assert_eq!(desk.files("site")["assets/CNAME"], "example.org");
}

#[test]
fn a_story_with_errors_writes_nothing() {
    let desk = Desk::new();
    desk.story("talks", "en", "Talks");
    desk.run("build talks -o site");
    let before = desk.files("site");
    desk.write(
        "talks/article.md",
        "## {#lead}\n\n[Nobody](actor:nobody) wants peace.{reported}\n",
    );
    let (code, printed) = desk.run("build talks -o site");
    assert_eq!(code, 1, "{printed}");
    assert!(
        printed.contains("nobody") && printed.contains("talks/article.md:3"),
        "{printed}"
    );
    assert_eq!(desk.files("site"), before);
    assert_eq!(desk.run("build talks -o other").0, 1);
    assert!(!desk.path("other").exists());
}

#[test]
fn what_keeps_a_site_from_being_built_is_said_in_a_sentence() {
    let desk = Desk::new();
    desk.story("talks", "en", "Talks");
    desk.story("more/talks", "en", "Talks again");
    desk.story("assets", "en", "Assets");
    desk.check(
        "build talks more/talks -o site",
        2,
        expect![[r#"
            standpoint: two stories are called "talks", and would stand in the same folder; rename the folder of one
        "#]],
    );
    desk.check(
        "build talks assets -o site",
        2,
        expect![[r#"
            standpoint: a story cannot be called "assets", because the site itself needs that name; rename its folder
        "#]],
    );
    desk.check(
        "build talks -o site --app nowhere",
        2,
        expect![[r#"
            standpoint: there is no built app in nowhere; run `cargo xtask app` (or `trunk build --release`) first, or name its folder with --app
        "#]],
    );
    desk.check(
        "build nowhere -o site",
        2,
        expect![[r#"
            standpoint: there is no story folder nowhere
        "#]],
    );
    desk.check(
        "serve site",
        2,
        expect![[r#"
            standpoint: site holds no index.html; write a site with `standpoint build STORY -o DIR` first
        "#]],
    );
    let app = support::read(desk.path("dist/index.html"));
    desk.write(
        "dist/index.html",
        &format!("{app}<link rel=\"modulepreload\" href=\"./web-4.js\">"),
    );
    desk.check(
        "build talks -o site",
        2,
        expect![[r#"
        standpoint: the app's page names several .js files, of which a page takes one
    "#]],
    );
    desk.write(
        "dist/index.html",
        &format!("{app}<script id=\"standpoint-story\">"),
    );
    desk.check(
        "build talks -o site",
        2,
        expect![[r#"
        standpoint: dist holds a development build of the app; run `cargo xtask app` (or `trunk build --release`)
    "#]],
    );
    desk.write("dist/index.html", &app.replace("web-3.js", "gone.js"));
    desk.check(
        "build talks -o site",
        2,
        expect![[r#"
            standpoint: the app's file gone.js is missing; build the app again: No such file or directory (os error 2)
        "#]],
    );
    assert!(!desk.path("site").exists());
}

#[test]
fn the_apps_page_names_every_style_sheet_in_the_order_of_the_layers() {
    let root = support::root();
    let page = support::read(root.join("index.html"));
    let linked: Vec<&str> = page
        .split("href=\"style/")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap())
        .collect();
    let parts = linked
        .iter()
        .filter(|name| name.starts_with("parts/"))
        .count();
    let mut ordered = vec![
        "index.css",
        "reset.css",
        "tokens.css",
        "base.css",
        "layout.css",
    ];
    ordered.extend(&linked[5..5 + parts]);
    ordered.extend(["states.css", "print.css"]);
    assert_eq!(linked, ordered);
    let sheets = fs::read_dir(root.join("style/parts"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name());
    let mut missing: Vec<_> = sheets
        .filter(|name| !page.contains(&format!("parts/{}\"", name.display())))
        .collect();
    missing.sort();
    assert!(missing.is_empty(), "index.html does not link {missing:?}");
}

#[test]
fn the_hook_puts_a_story_into_trunks_page() {
    let desk = Desk::new();
    desk.story("talks", "ar", "Talks & more");
    let page = support::read(support::root().join("index.html"));
    desk.write("staging/index.html", &page);
    let fill = || {
        let mut command = support::standpoint(desk.folder.path());
        command
            .arg("fill")
            .env("TRUNK_STAGING_DIR", desk.path("staging"))
            .env("STANDPOINT_STORY", desk.path("talks"));
        command.output().unwrap()
    };
    assert!(fill().status.success());
    let filled = desk.files("staging").remove("index.html").unwrap();
    assert!(
        filled.contains("<html lang=\"ar\" dir=\"rtl\">")
            && filled.contains("<title>Talks &amp; more</title>")
    );
    assert!(
        filled.contains("id=\"standpoint-app\"><!--<[")
            && filled.contains("id=\"standpoint-story\">["),
        "{filled}"
    );
    let again = fill();
    assert_eq!(
        again.status.code(),
        Some(2),
        "a filled page has no marks left"
    );
    assert!(
        String::from_utf8_lossy(&again.stderr).contains("index.html must hold"),
        "{again:?}"
    );
}

/// The status line and headers that a server answers with, in lower case.
fn head(server: &Background, path: &str) -> String {
    let mut stream = TcpStream::connect(("127.0.0.1", server.port)).unwrap();
    write!(stream, "GET {path} HTTP/1.0\r\nHost: localhost\r\n\r\n").unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    String::from_utf8_lossy(&answer)
        .split("\r\n\r\n")
        .next()
        .unwrap()
        .to_lowercase()
}

fn check_head(server: &Background, path: &str, parts: &[&str]) {
    let head = head(server, path);
    for part in parts {
        assert!(head.contains(part), "{path}: {part} is not in\n{head}");
    }
}

#[test]
fn the_server_names_types_and_sends_the_policy() {
    let desk = Desk::new();
    desk.write("site/index.html", "<p>");
    desk.write("site/a/index.html", "<p>");
    desk.write("site/assets/x.wasm", "x");
    desk.write("site/assets/x.js", "x");
    let server = Server::in_background(&desk.path("site"), &[]).unwrap();
    let policy = "content-security-policy: default-src 'none'; script-src 'self' 'sha256-";
    check_head(
        &server,
        "/",
        &[
            "200",
            "content-type: text/html",
            policy,
            "cache-control: no-store",
        ],
    );
    check_head(&server, "/a/", &["200", "content-type: text/html"]);
    check_head(
        &server,
        "/assets/x.wasm",
        &["200", "content-type: application/wasm"],
    );
    check_head(
        &server,
        "/assets/x.js",
        &["200", "content-type: text/javascript"],
    );
    check_head(&server, "/none", &["404", policy]);
    check_head(&server, "/../dist/web-3.js", &["404"]);
}

#[test]
fn the_server_takes_other_headers_and_the_next_free_port() {
    let desk = Desk::new();
    desk.write("site/index.html", "<p>");
    let server = Server::in_background(
        &desk.path("site"),
        &[("content-security-policy", "script-src 'none'")],
    )
    .unwrap();
    let head = head(&server, "/");
    assert!(
        head.contains("content-security-policy: script-src 'none'")
            && !head.contains("default-src"),
        "{head}"
    );
    let next = next_to(&desk.path("site"), server.port);
    assert!(
        next > server.port && next <= server.port + 20,
        "{next} after {}",
        server.port
    );
}

fn next_to(folder: &Path, taken: u16) -> u16 {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_io()
        .build()
        .unwrap();
    runtime
        .block_on(Server::bind(folder, taken))
        .unwrap()
        .port()
}
