//! The page around a prerendered story: head, root, data and start. Knows no folder and no file.

use super::policy::{self, EARLY, FIRST, Inline, policy};
use super::style;
use crate::app::StoryRef;
use crate::browser::start::STORY;
use crate::layout::Content;
use crate::locale::direction::direction;
use crate::story::Story;
use serde::Serialize;
use serde_json::ser::Formatter;
use std::fmt::{self, Display};
use std::io;

/// By this a page of ours is known.
pub const GENERATOR: &str = "<meta name=\"generator\" content=\"Standpoint ";

/// The element that carries the program's bytes, in a page with everything inside.
const PROGRAM_ID: &str = "standpoint-program";

/// Relative addresses of what a page needs, as seen from the page.
pub struct Links {
    /// Ours, which stands in the page too.
    pub style: String,
    /// What pages of this kind have beside it.
    pub sheets: Vec<String>,
    /// The newsroom's, whose rules come after ours.
    pub own_style: Option<String>,
    pub boot: String,
    /// The whole story for the explorer, where the page holds a part of it.
    pub whole: Option<String>,
}

/// What a page with everything inside carries.
pub struct Inside {
    pub style: String,
    pub boot: String,
    /// A script that leaves the explorer behind.
    pub explorer: String,
    /// Base64.
    pub program: String,
}

/// What the head of a page says about scripts and style, ready to stand there.
pub struct Shell {
    pub policy: String,
    /// May stand before the policy, and make a comment of it.
    pub first: String,
    /// They come first: a script waits for the style sheets above it.
    pub scripts: String,
    pub style: String,
    /// What the page says about itself.
    pub meta: String,
}

/// The page of one story, around its prerendered `body`; `meta` is what it says about itself.
pub fn page(story: &StoryRef, body: &str, links: &Links, meta: String) -> String {
    let Links {
        style,
        own_style,
        sheets,
        boot,
        whole: large,
    } = links;
    // The start stands last: the page is whole without it, and should be painted before anything
    // else travels.
    let start = format!("<script defer src=\"{boot}\" fetchpriority=\"low\"></script>\n");
    let first = format!("<script>{}</script>\n", *FIRST);
    let sheets = sheets.iter().chain(own_style).map(linked);
    let sheets = [format!("<style>{}</style>", *style::STORY)]
        .into_iter()
        .chain(sheets)
        .collect::<Vec<_>>()
        .join("\n");
    let shell = Shell {
        first,
        policy: policy().into(),
        scripts: early(),
        style: sheets,
        meta,
    };
    // A host's stricter header may block what stands in the page. Where scripts run the start sees
    // to it; elsewhere this does, and comes last, because it keeps what follows it from being
    // painted.
    whole(
        story,
        &root(body, large.as_deref()),
        &shell,
        &format!("{start}<noscript>{}</noscript>\n", linked(style)),
    )
}

/// A page without a program, in the story's language: `title`, what it is, and what stands in its
/// root.
pub fn plain(
    story: &Story,
    (title, body): (&str, &str),
    styles: &[String],
    meta: String,
) -> String {
    let first = format!("<script>{}</script>\n", *FIRST);
    let style = styles.iter().map(linked).collect::<Vec<_>>().join("\n");
    let shell = Shell {
        first,
        policy: policy().into(),
        scripts: early(),
        style,
        meta,
    };
    let head = head(
        &story.lang,
        &format!("{title} – {}", story.title),
        &story.standfirst,
        &shell,
    );
    format!(
        "{head}</head>\n<body>\n{}\n</body>\n</html>\n",
        root(body, None)
    )
}

/// The same with everything inside. The program comes last, so that the page is painted before it.
pub fn single(story: &StoryRef, body: &str, inside: &Inside, meta: String) -> String {
    let Inside {
        style,
        boot,
        explorer,
        program,
    } = inside;
    let policy = policy::inside(
        EARLY
            .iter()
            .map(|script| &script.text)
            .chain([boot, explorer]),
        style,
    );
    let shell = Shell {
        first: String::new(),
        policy,
        scripts: early(),
        style: format!("<style>{style}</style>"),
        meta,
    };
    let start = format!(
        "<script type=\"application/octet-stream\" id=\"{PROGRAM_ID}\">{program}</script>\n<script>{boot}</script>\n\
         <script>{explorer}</script>\n"
    );
    whole(story, &root(body, None), &shell, &start)
}

fn whole(story: &StoryRef, root: &str, shell: &Shell, start: &str) -> String {
    let head = head(&story.lang, &story.title, &story.standfirst, shell);
    let data = data(story.content());
    format!("{head}</head>\n<body>\n{root}\n{data}\n{start}</body>\n</html>\n")
}

/// What acts before the first paint.
pub fn early() -> String {
    EARLY
        .iter()
        .map(|Inline { text, .. }| format!("<script>{text}</script>\n"))
        .collect()
}

/// A style sheet by its address.
pub fn linked(style: &String) -> String {
    format!("<link rel=\"stylesheet\" href=\"{style}\">")
}

/// The top of any of our pages; `</head>` is still to come.
pub fn head(lang: &str, title: &str, description: &str, shell: &Shell) -> String {
    let Shell {
        first,
        policy,
        scripts,
        style,
        meta,
    } = shell;
    let (dir, lang, title, description) = (
        direction(lang),
        Escaped(lang),
        Escaped(title),
        Escaped(description),
    );
    let version = env!("CARGO_PKG_VERSION");
    let icon = icon();
    let end = if first.is_empty() { "" } else { "<!-- -->\n" };
    format!(
        r#"<!doctype html>
<html lang="{lang}" dir="{dir}">
<head>
<meta charset="utf-8">
{first}<meta http-equiv="Content-Security-Policy" content="{policy}">
{end}{scripts}<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="strict-origin-when-cross-origin">
<title>{title}</title>
<meta name="description" content="{description}">
{GENERATOR}{version}">
<link rel="icon" href="{icon}">
{style}
{meta}"#
    )
}

/// The root element; `large` is the address of the whole story, where the body holds a part of it.
pub fn root(body: &str, large: Option<&str>) -> String {
    let large = large.map_or_else(String::new, |address| {
        format!(" data-large=\"{}\"", Escaped(address))
    });
    format!("<div id=\"standpoint\" data-state=\"static\"{large}>{body}</div>")
}

/// The story for the program. `<` is escaped so that no text of a story can end the element.
pub fn data(content: &Content) -> String {
    let json = terse(content).replace('<', "\\u003c");
    format!("<script type=\"application/json\" id=\"{STORY}\">{json}</script>")
}

/// Plain data as short JSON.
pub fn terse(data: &impl Serialize) -> String {
    let mut json = Vec::new();
    let mut writer = serde_json::Serializer::with_formatter(&mut json, Terse);
    data.serialize(&mut writer).expect("a story is plain data");
    String::from_utf8(json).expect("JSON is text")
}

/// JSON with whole numbers as such, and 1 and 0 for true and false: what reads it minds neither,
/// and every reader loads it.
struct Terse;

impl Formatter for Terse {
    fn write_f64<W: io::Write + ?Sized>(&mut self, writer: &mut W, value: f64) -> io::Result<()> {
        write!(writer, "{value}")
    }

    fn write_bool<W: io::Write + ?Sized>(&mut self, writer: &mut W, value: bool) -> io::Result<()> {
        writer.write_all(if value { b"1" } else { b"0" })
    }
}

/// The sign in the browser's tab, inside the page: a separate file would be one more request.
fn icon() -> String {
    let svg = include_str!("favicon.svg").trim();
    let escapes = [('%', "%25"), ('#', "%23"), ('"', "'")];
    escapes.iter().fold(
        String::from("data:image/svg+xml,") + svg,
        |svg, (c, escape)| svg.replace(*c, escape),
    )
}

/// Text that stays text, between tags and in double-quoted attributes.
pub struct Escaped<'a>(pub &'a str);

impl Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        self.0.chars().try_for_each(|c| match c {
            '&' => f.write_str("&amp;"),
            '<' => f.write_str("&lt;"),
            '>' => f.write_str("&gt;"),
            '"' => f.write_str("&quot;"),
            c => f.write_str(c.encode_utf8(&mut [0; 4])),
        })
    }
}
