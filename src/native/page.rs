//! The page around a prerendered story: head, root, data and start. Knows no folder and no file.

use super::policy::{EARLY, Inline, policy};
use crate::app::StoryRef;
use crate::layout::Content;
use std::fmt::{self, Display};

/// The element that carries the story's data.
pub const STORY_ID: &str = "standpoint-story";

/// Relative addresses of what a page needs, as seen from the page.
pub struct Links {
    pub style: String,
    pub boot: String,
    pub glue: String,
}

/// The page of one story, around its prerendered `body`.
pub fn page(story: &StoryRef, body: &str, links: &Links) -> String {
    let Links { style, boot, glue } = links;
    // The start is in the head to be found early, at low priority: the page is whole without it.
    let start = format!(
        "<link rel=\"modulepreload\" href=\"{glue}\" fetchpriority=\"low\">\n\
         <script type=\"module\" src=\"{boot}\" fetchpriority=\"low\"></script>\n"
    );
    let head = head(&story.lang, &story.title, &story.standfirst, &early(), style);
    let root = root(body);
    let data = data(story.content());
    format!("{head}{start}</head>\n<body>\n{root}\n{data}\n</body>\n</html>\n")
}

/// What acts before the first paint. It stands before the style sheet, because a script waits for the sheets above it.
pub fn early() -> String {
    EARLY.iter().map(|Inline { text, .. }| format!("<script>{text}</script>\n")).collect()
}

/// The top of any of our pages, with the scripts that come first; `</head>` is still to come.
pub fn head(lang: &str, title: &str, description: &str, scripts: &str, style: &str) -> String {
    let (dir, lang, title, description) = (direction(lang), Escaped(lang), Escaped(title), Escaped(description));
    let version = env!("CARGO_PKG_VERSION");
    let (policy, icon) = (policy(), icon());
    format!(
        r#"<!doctype html>
<html lang="{lang}" dir="{dir}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
{scripts}<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="strict-origin-when-cross-origin">
<title>{title}</title>
<meta name="description" content="{description}">
<meta property="og:title" content="{title}">
<meta property="og:description" content="{description}">
<meta name="generator" content="Standpoint {version}">
<link rel="icon" href="{icon}">
<link rel="stylesheet" href="{style}">
"#
    )
}

/// The root element. Nothing but the app may stand in it, not even white space: the program compares it node by node.
pub fn root(body: &str) -> String {
    format!("<div id=\"standpoint\" data-state=\"static\">{body}</div>")
}

/// The story for the program. `<` is escaped so that no text of a story can end the element.
pub fn data(content: &Content) -> String {
    let json = serde_json::to_string(content).expect("a story is plain data").replace('<', "\\u003c");
    format!("<script type=\"application/json\" id=\"{STORY_ID}\">{json}</script>")
}

/// Which way a language is written: by its script where the tag names one, else by the languages whose usual script runs to the left.
pub fn direction(lang: &str) -> &'static str {
    const SCRIPTS: [&str; 11] =
        ["adlm", "arab", "hebr", "mand", "mend", "nkoo", "rohg", "samr", "syrc", "thaa", "yezi"];
    const LANGUAGES: [&str; 14] =
        ["ar", "arc", "ckb", "dv", "fa", "he", "iw", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"];
    let lang = lang.to_ascii_lowercase();
    let mut subtags = lang.split('-');
    let language = subtags.next().unwrap_or_default();
    let leftwards = match subtags.find(|tag| tag.len() == 4 && tag.bytes().all(|byte| byte.is_ascii_alphabetic())) {
        Some(script) => SCRIPTS.contains(&script),
        None => LANGUAGES.contains(&language),
    };
    if leftwards { "rtl" } else { "ltr" }
}

/// The sign in the browser's tab, inside the page: a separate file would be one more request.
fn icon() -> String {
    let svg = include_str!("favicon.svg").trim();
    let escapes = [('%', "%25"), ('#', "%23"), ('<', "%3C"), ('>', "%3E"), (' ', "%20"), ('"', "'")];
    escapes.iter().fold(String::from("data:image/svg+xml,") + svg, |svg, (c, escape)| svg.replace(*c, escape))
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

#[cfg(test)]
mod tests {
    use super::*;

    fn check(langs: &[&str], expected: &str) {
        for lang in langs {
            assert_eq!(direction(lang), expected, "{lang}");
        }
    }

    #[test]
    fn the_script_decides_the_direction_before_the_language() {
        check(&["ar", "AR-eg", "he", "fa-IR", "ur", "az-Arab", "ks-Arab-IN", "yi"], "rtl");
        check(&["en", "uk", "de-CH", "az", "ar-Latn", "he-Latn-IL", "zh-Hant-TW", "sl-nedis", ""], "ltr");
    }
}
