//! The page around a prerendered story: head, root, data and start.

use super::policy::{self, EARLY, FIRST, Inline, policy};
use super::style;
use crate::app::StoryRef;
use crate::browser::start::STORY;
use crate::layout::Content;
use crate::locale::direction::direction;
use crate::story::Story;
use crate::text::escape::escape;
use serde::Serialize;
use serde_json::ser::Formatter;
use std::io;

/// The mark of our pages.
pub const GENERATOR: &str = "<meta name=\"generator\" content=\"Standpoint ";

/// The element with the program's bytes in a single file.
const PROGRAM_ID: &str = "standpoint-program";

/// The files that a page needs, by addresses relative to the page.
pub struct Links {
    /// Our style sheet, which is inline too.
    pub style: String,
    /// Further style sheets of this kind of page.
    pub sheets: Vec<String>,
    /// The newsroom's style sheet, which comes after ours.
    pub own_style: Option<String>,
    pub boot: String,
    /// The whole story for the explorer, if the page has a part of it.
    pub whole: Option<String>,
}

/// What a single file has inside.
pub struct Inside {
    pub style: String,
    pub boot: String,
    /// A script that provides the explorer.
    pub explorer: String,
    /// Base64.
    pub program: String,
}

/// The parts of a page's head that have to do with scripts, style and meta tags, as HTML.
pub struct Shell {
    pub policy: String,
    /// A script before the policy, which may turn the policy into a comment.
    pub first: String,
    /// Before the style, because a script waits for the style sheets before it.
    pub scripts: String,
    pub style: String,
    /// The meta tags.
    pub meta: String,
}

/// The page of one story, around its prerendered `body`, with these meta tags.
pub fn page(story: &StoryRef, body: &str, links: &Links, meta: String) -> String {
    let Links {
        style,
        own_style,
        sheets,
        boot,
        whole: large,
    } = links;
    // The start comes last: the page is complete without it, and should be painted before anything
    // else is loaded.
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
    // A stricter header of the host may block the inline style. With scripts the start handles
    // that, without scripts this link does; it comes last, because it blocks painting what follows
    // it.
    whole(
        story,
        &root(body, large.as_deref()),
        &shell,
        &format!("{start}<noscript>{}</noscript>\n", linked(style)),
    )
}

/// A page without a program, in the story's language.
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
    document(&head, &root(body, None))
}

/// A page with everything inside. The program comes last, so that the page is painted first.
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
    document(&head, &format!("{root}\n{data}\n{}", start.trim_end()))
}

/// A page: its [`head`], and the content of its body.
pub fn document(head: &str, body: &str) -> String {
    format!("{head}</head>\n<body>\n{body}\n</body>\n</html>\n")
}

/// The scripts that run before the first paint.
pub fn early() -> String {
    EARLY
        .iter()
        .map(|Inline { text, .. }| format!("<script>{text}</script>\n"))
        .collect()
}

/// A link to a style sheet.
pub fn linked(style: &String) -> String {
    format!("<link rel=\"stylesheet\" href=\"{style}\">")
}

/// The start of every page of ours, up to `</head>`.
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
        escape(lang),
        escape(title),
        escape(description),
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
        format!(" data-large=\"{}\"", escape(address))
    });
    format!("<div id=\"standpoint\" data-state=\"static\"{large}>{body}</div>")
}

/// The story for the program. `<` is escaped so that no text of a story can end the element.
pub fn data(content: &Content) -> String {
    let json = terse(content).replace('<', "\\u003c");
    format!("<script type=\"application/json\" id=\"{STORY}\">{json}</script>")
}

/// Data as short JSON.
pub fn terse(data: &impl Serialize) -> String {
    let mut json = Vec::new();
    let mut writer = serde_json::Serializer::with_formatter(&mut json, Terse);
    data.serialize(&mut writer).expect("a story is plain data");
    String::from_utf8(json).expect("JSON is text")
}

/// Writes whole numbers without a fraction, and 1 and 0 for true and false: the program reads both,
/// and every reader loads the data.
struct Terse;

impl Formatter for Terse {
    fn write_f64<W: io::Write + ?Sized>(&mut self, writer: &mut W, value: f64) -> io::Result<()> {
        write!(writer, "{value}")
    }

    fn write_bool<W: io::Write + ?Sized>(&mut self, writer: &mut W, value: bool) -> io::Result<()> {
        writer.write_all(if value { b"1" } else { b"0" })
    }
}

/// The page's icon as a data URL, because a file would be one more request.
fn icon() -> String {
    let svg = include_str!("favicon.svg").trim();
    let escapes = [('%', "%25"), ('#', "%23"), ('"', "'")];
    escapes.iter().fold(
        String::from("data:image/svg+xml,") + svg,
        |svg, (c, escape)| svg.replace(*c, escape),
    )
}
