//! The panel "Share or embed": the choices that a reader has made in it, and the links and embed
//! codes that follow from them.
//!
//! A code has only what works without a script of ours in the host's page: content systems remove
//! the rest. The height in it is that of the usual column; hosts that resize start from there, and
//! those that do not find the other widths in `data-heights`. Neither is a style, because a style
//! would win over the attribute that some parent scripts set.

use super::route::Route;
use crate::story::Story;
use crate::text::escape::escape;

/// Where the page is published, as its head and address say.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Place {
    /// Absolute address of the story's own page, without options and state.
    pub page: String,
    /// Absolute address of the page to frame.
    pub frame: String,
    /// Absolute address of the preview image.
    pub image: Option<String>,
    /// The state that the options in the address ask for; an address without a state means it.
    pub start: Route,
    /// The language of the interface that they ask for; the story's if it is empty.
    pub lang: &'static str,
}

/// The state of the panel after it was first opened. It is not part of a link.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    pub open: bool,
    pub theme: Theme,
    /// Which of the [`PARTS`] the frame leaves out.
    pub left_out: [bool; 4],
    /// Without heading, filter and sources.
    pub bare: bool,
    /// What the reader asked to copy, and whether that worked, once it is known.
    pub copied: Option<(Item, Option<bool>)>,
}

/// The parts of the page, as the option `view` calls them.
pub const PARTS: [&str; 4] = ["text", "map", "timeline", "actors"];

/// The colours of a frame.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// The theme of the reader's device.
    #[default]
    Auto,
    Light,
    Dark,
}

/// What can be copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Item {
    /// The address of what the page shows.
    Link,
    /// A plain frame, for any content system.
    Frame,
    /// A code for pages that have pym.js already.
    Pym,
    /// The address alone on a line: WordPress, Ghost and others ask the page itself for the rest.
    Oembed,
}

impl Theme {
    pub const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    pub fn key(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

impl Item {
    pub const CODES: [Self; 3] = [Self::Frame, Self::Pym, Self::Oembed];

    /// The id of the field that holds the text.
    pub fn id(self) -> &'static str {
        match self {
            Self::Link => "pass-on-link",
            Self::Frame => "pass-on-frame",
            Self::Pym => "pass-on-pym",
            Self::Oembed => "pass-on-oembed",
        }
    }
}

impl Share {
    /// Leaves a part out or takes it back; `None` for the last part, which cannot be left out.
    pub fn toggled(mut self, part: usize) -> Option<Self> {
        self.left_out[part] = !self.left_out[part];
        (self.left_out != [true; 4]).then_some(Self {
            copied: None,
            ..self
        })
    }

    /// Opens or closes the panel.
    pub fn opened(self, open: bool) -> Self {
        Self {
            open,
            copied: None,
            ..self
        }
    }

    /// Records whether copying worked.
    pub fn answered(self, done: bool) -> Self {
        Self {
            copied: self.copied.map(|(item, _)| (item, Some(done))),
            ..self
        }
    }

    /// Whether the frame shows the whole page.
    pub fn is_whole(&self) -> bool {
        !self.bare && self.left_out == [false; 4]
    }

    /// The address in an item: of the page in this state, of the frame, or of the page without a
    /// state.
    pub fn address(&self, item: Item, place: &Place, story: &Story, route: &Route) -> String {
        match item {
            Item::Link => with_fragment(&place.page, &route.fragment(story)),
            Item::Frame | Item::Pym => self.frame(place, &route.framed_fragment(story)),
            Item::Oembed => place.page.clone(),
        }
    }

    /// The address of the frame in a state.
    pub fn frame(&self, place: &Place, fragment: &str) -> String {
        let mut options = Vec::new();
        if self.theme != Theme::Auto {
            options.push(String::from("theme=") + self.theme.key());
        }
        if self.left_out != [false; 4] {
            let shown: Vec<&str> = PARTS
                .into_iter()
                .zip(self.left_out)
                .filter_map(|(part, left_out)| (!left_out).then_some(part))
                .collect();
            options.push(String::from("view=") + &shown.join(","));
        }
        if self.bare {
            options.push("chrome=off".into());
        }
        let mark = if options.is_empty() { "" } else { "?" };
        with_fragment(&(place.frame.clone() + mark + &options.join("&")), fragment)
    }
}

/// An address with a state.
pub fn with_fragment(address: &str, fragment: &str) -> String {
    let mark = if fragment.is_empty() { "" } else { "#" };
    [address, mark, fragment].concat()
}

/// What a code says about the page; the texts are not escaped yet.
#[derive(Clone, Copy, Debug)]
pub struct Embed<'a> {
    /// Absolute address of the page to frame, with options and fragment.
    pub frame: &'a str,
    /// Absolute address of the story's own page, in the same state.
    pub link: &'a str,
    pub title: &'a str,
    /// Absolute address of the preview image.
    pub image: Option<&'a str>,
    /// Width and height of the page in px, by increasing width.
    pub heights: &'a [(u32, u32)],
}

/// The usual width of an article's column on a desktop, in px.
pub const COLUMN_WIDTH: u32 = 640;

/// The height in a code without an estimate, in px.
const DEFAULT_HEIGHT: u32 = 800;

/// The text to copy.
pub fn text(embed: &Embed, item: Item) -> String {
    match item {
        Item::Link => embed.link.to_owned(),
        Item::Frame => frame(embed),
        Item::Pym => pym(embed),
        // The page answers without the reader's state, so the address does not promise one.
        Item::Oembed => embed
            .link
            .split(['?', '#'])
            .next()
            .unwrap_or_default()
            .to_owned(),
    }
}

/// The `html` of an oEmbed answer. It begins with a plain `blockquote`, which tells WordPress that
/// the frame reports its height; the link in it is shown without script, in feeds, and when the
/// frame reports nothing.
pub fn oembed(embed: &Embed) -> String {
    let mut out = Markup::default();
    out.open("blockquote", &[]).link(embed).raw("</blockquote>");
    let height = height(embed.heights, COLUMN_WIDTH).to_string();
    let attributes = [
        ("src", embed.frame),
        ("title", embed.title),
        ("width", "100%"),
        ("height", &height),
        ("frameborder", "0"),
        ("scrolling", "no"),
    ];
    out.open("iframe", &attributes).raw("</iframe>");
    out.0
}

/// The height at a width: the estimate for the next smaller width, because a page is taller there
/// and a frame that is too tall hides nothing.
pub fn height(heights: &[(u32, u32)], width: u32) -> u32 {
    let narrower = heights.iter().rev().find(|(known, _)| *known <= width);
    narrower
        .or(heights.first())
        .map_or(DEFAULT_HEIGHT, |(_, height)| *height)
}

fn frame(embed: &Embed) -> String {
    let (height, heights) = (
        height(embed.heights, COLUMN_WIDTH).to_string(),
        listed(embed.heights),
    );
    let attributes = [
        ("src", embed.frame),
        ("title", embed.title),
        ("loading", "lazy"),
        ("width", "100%"),
        ("height", &height),
        ("data-heights", &heights),
        ("scrolling", "no"),
        ("frameborder", "0"),
        ("allow", "fullscreen; clipboard-write"),
        ("referrerpolicy", "strict-origin-when-cross-origin"),
    ];
    let mut out = Markup::default();
    // Browsers never show the link inside; feeds and mails drop the frame and keep it.
    out.open("iframe", &attributes)
        .link(embed)
        .raw("</iframe>\n")
        .picture(embed);
    out.0
}

/// pym.js replaces the content with its frame.
fn pym(embed: &Embed) -> String {
    let heights = listed(embed.heights);
    let attributes = [
        ("data-pym-src", embed.frame),
        ("data-pym-title", embed.title),
        ("data-pym-allowfullscreen", "true"),
        ("data-heights", &heights),
    ];
    let mut out = Markup::default();
    out.open("div", &attributes)
        .raw("\n<p>")
        .link(embed)
        .raw("</p>\n")
        .picture(embed)
        .raw("\n</div>");
    out.0
}

/// `320:9000 640:7000`.
fn listed(heights: &[(u32, u32)]) -> String {
    let pairs: Vec<String> = heights
        .iter()
        .map(|(width, height)| width.to_string() + ":" + &height.to_string())
        .collect();
    pairs.join(" ")
}

/// Markup, written piece by piece.
#[derive(Default)]
struct Markup(String);

impl Markup {
    fn raw(&mut self, text: &str) -> &mut Self {
        self.0.push_str(text);
        self
    }

    fn text(&mut self, text: &str) -> &mut Self {
        self.raw(&escape(text))
    }

    /// A start tag; attributes without a value are left out.
    fn open(&mut self, tag: &str, attributes: &[(&str, &str)]) -> &mut Self {
        self.raw("<").raw(tag);
        for (name, value) in attributes.iter().filter(|(_, value)| !value.is_empty()) {
            self.raw(" ").raw(name).raw("=\"").text(value).raw("\"");
        }
        self.raw(">")
    }

    fn link(&mut self, embed: &Embed) -> &mut Self {
        self.open("a", &[("href", embed.link)])
            .text(embed.title)
            .raw("</a>")
    }

    /// The preview image as a link, for hosts without script; the title if there is no image.
    fn picture(&mut self, embed: &Embed) -> &mut Self {
        self.raw("<noscript>");
        match embed.image {
            None => self.link(embed),
            Some(image) => self
                .open("a", &[("href", embed.link)])
                .open(
                    "img",
                    &[("src", image), ("alt", embed.title), ("width", "100%")],
                )
                .raw("</a>"),
        };
        self.raw("</noscript>")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};

    const HEIGHTS: [(u32, u32); 3] = [(320, 9000), (640, 7000), (1024, 5000)];

    const TALKS: Embed = Embed {
        frame: "https://example.org/talks/embed.html?theme=dark&lang=en#actor-russia",
        link: "https://example.org/talks/index.html?lang=en#actor-russia",
        title: r#"Who wants <what> & "why""#,
        image: Some("https://example.org/talks/preview.png"),
        heights: &HEIGHTS,
    };

    fn check(written: &str, expected: Expect) {
        expected.assert_eq(written);
    }

    #[test]
    fn frame_code() {
        check(
            &text(&TALKS, Item::Frame),
            expect![[r#"
                <iframe src="https://example.org/talks/embed.html?theme=dark&amp;lang=en#actor-russia" title="Who wants &lt;what&gt; &amp; &quot;why&quot;" loading="lazy" width="100%" height="7000" data-heights="320:9000 640:7000 1024:5000" scrolling="no" frameborder="0" allow="fullscreen; clipboard-write" referrerpolicy="strict-origin-when-cross-origin"><a href="https://example.org/talks/index.html?lang=en#actor-russia">Who wants &lt;what&gt; &amp; &quot;why&quot;</a></iframe>
                <noscript><a href="https://example.org/talks/index.html?lang=en#actor-russia"><img src="https://example.org/talks/preview.png" alt="Who wants &lt;what&gt; &amp; &quot;why&quot;" width="100%"></a></noscript>"#]],
        );
    }

    #[test]
    fn pym_code() {
        check(
            &text(&TALKS, Item::Pym),
            expect![[r#"
                <div data-pym-src="https://example.org/talks/embed.html?theme=dark&amp;lang=en#actor-russia" data-pym-title="Who wants &lt;what&gt; &amp; &quot;why&quot;" data-pym-allowfullscreen="true" data-heights="320:9000 640:7000 1024:5000">
                <p><a href="https://example.org/talks/index.html?lang=en#actor-russia">Who wants &lt;what&gt; &amp; &quot;why&quot;</a></p>
                <noscript><a href="https://example.org/talks/index.html?lang=en#actor-russia"><img src="https://example.org/talks/preview.png" alt="Who wants &lt;what&gt; &amp; &quot;why&quot;" width="100%"></a></noscript>
                </div>"#]],
        );
    }

    #[test]
    fn oembed_address_and_answer() {
        check(
            &text(&TALKS, Item::Oembed),
            expect!["https://example.org/talks/index.html"],
        );
        check(
            &oembed(&TALKS),
            expect![[
                r#"<blockquote><a href="https://example.org/talks/index.html?lang=en#actor-russia">Who wants &lt;what&gt; &amp; &quot;why&quot;</a></blockquote><iframe src="https://example.org/talks/embed.html?theme=dark&amp;lang=en#actor-russia" title="Who wants &lt;what&gt; &amp; &quot;why&quot;" width="100%" height="7000" frameborder="0" scrolling="no"></iframe>"#
            ]],
        );
    }

    #[test]
    fn a_code_without_image_and_heights_has_the_link() {
        let bare = Embed {
            image: None,
            heights: &[],
            title: "Talks",
            link: "https://e.org/",
            frame: "https://e.org/embed.html",
        };
        check(
            &text(&bare, Item::Frame),
            expect![[r#"
                <iframe src="https://e.org/embed.html" title="Talks" loading="lazy" width="100%" height="800" scrolling="no" frameborder="0" allow="fullscreen; clipboard-write" referrerpolicy="strict-origin-when-cross-origin"><a href="https://e.org/">Talks</a></iframe>
                <noscript><a href="https://e.org/">Talks</a></noscript>"#]],
        );
    }

    #[test]
    fn the_height_at_a_width_is_that_of_a_narrower_page() {
        let at = |width| height(&HEIGHTS, width);
        assert_eq!(
            [300, 320, 639, 640, 1023, 2000].map(at),
            [9000, 9000, 9000, 7000, 7000, 5000]
        );
    }
}
