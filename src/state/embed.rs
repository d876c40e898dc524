//! Embed codes as text: what a newsroom pastes into an article. Knows no story, no page and no
//! clipboard.
//!
//! A code carries only what works without a script of ours in the host's page: content systems
//! strip the rest. The height is that of the usual column; hosts that resize take it from there,
//! and those that do not find the other widths in `data-heights`. It is an attribute and not a
//! style, because a style would win over the attribute that some parent scripts set.

/// What one embed shows, as the codes need it; all texts are plain, none is escaped yet.
#[derive(Clone, Copy, Debug)]
pub struct Embed<'a> {
    /// Absolute address of the page to frame, with options and fragment.
    pub frame: &'a str,
    /// Absolute address of the page of its own, in the same state.
    pub link: &'a str,
    pub title: &'a str,
    /// Absolute address of the preview image.
    pub image: Option<&'a str>,
    /// (width, height) of the page in px, by rising width.
    pub heights: &'a [(u32, u32)],
}

/// The kinds of code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Code {
    /// A plain frame, for any content system.
    Frame,
    /// For pages that have pym.js already.
    Pym,
    /// The address alone on a line: WordPress, Ghost and others ask the page itself for the rest.
    Oembed,
}

/// The width that an article's column usually has on a desktop, in px.
pub const COLUMN: u32 = 640;

/// What a code says where nobody has estimated a height, in px.
const UNKNOWN: u32 = 800;

/// The text to paste.
pub fn code(embed: &Embed, code: Code) -> String {
    match code {
        Code::Frame => frame(embed),
        Code::Pym => pym(embed),
        // Who asks the page learns nothing of the reader's state, so the code does not promise it.
        Code::Oembed => embed
            .link
            .split(['?', '#'])
            .next()
            .unwrap_or_default()
            .to_owned(),
    }
}

/// The `html` of an oEmbed answer. It begins with a plain `blockquote`, by which WordPress knows
/// that the frame tells its height; the quoted link is what stands there without script, in a feed,
/// and when the frame stays silent.
pub fn oembed(embed: &Embed) -> String {
    let mut out = Markup::default();
    out.open("blockquote", &[]).link(embed).raw("</blockquote>");
    let height = height(embed.heights, COLUMN).to_string();
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

/// The height at a width: that of the widest estimate that is not wider, because a frame too tall
/// hides nothing.
pub fn height(heights: &[(u32, u32)], width: u32) -> u32 {
    let narrower = heights.iter().rev().find(|(at, _)| *at <= width);
    narrower
        .or(heights.first())
        .map_or(UNKNOWN, |(_, height)| *height)
}

fn frame(embed: &Embed) -> String {
    let (height, heights) = (
        height(embed.heights, COLUMN).to_string(),
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
    // Browsers never show the link inside; it is left over where a feed or a mail drops the frame.
    out.open("iframe", &attributes)
        .link(embed)
        .raw("</iframe>\n")
        .picture(embed);
    out.0
}

/// pym.js replaces what stands inside with its frame.
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

/// Markup as it grows.
#[derive(Default)]
struct Markup(String);

impl Markup {
    fn raw(&mut self, text: &str) -> &mut Self {
        self.0.push_str(text);
        self
    }

    fn text(&mut self, text: &str) -> &mut Self {
        for letter in text.chars() {
            match letter {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                letter => self.0.push(letter),
            }
        }
        self
    }

    /// A start tag; an attribute without a value is left out.
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

    /// The preview image as a link where the host runs no script, in words where there is no image.
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
    fn a_plain_frame() {
        check(
            &code(&TALKS, Code::Frame),
            expect![[r#"
                <iframe src="https://example.org/talks/embed.html?theme=dark&amp;lang=en#actor-russia" title="Who wants &lt;what&gt; &amp; &quot;why&quot;" loading="lazy" width="100%" height="7000" data-heights="320:9000 640:7000 1024:5000" scrolling="no" frameborder="0" allow="fullscreen; clipboard-write" referrerpolicy="strict-origin-when-cross-origin"><a href="https://example.org/talks/index.html?lang=en#actor-russia">Who wants &lt;what&gt; &amp; &quot;why&quot;</a></iframe>
                <noscript><a href="https://example.org/talks/index.html?lang=en#actor-russia"><img src="https://example.org/talks/preview.png" alt="Who wants &lt;what&gt; &amp; &quot;why&quot;" width="100%"></a></noscript>"#]],
        );
    }

    #[test]
    fn with_pym() {
        check(
            &code(&TALKS, Code::Pym),
            expect![[r#"
                <div data-pym-src="https://example.org/talks/embed.html?theme=dark&amp;lang=en#actor-russia" data-pym-title="Who wants &lt;what&gt; &amp; &quot;why&quot;" data-pym-allowfullscreen="true" data-heights="320:9000 640:7000 1024:5000">
                <p><a href="https://example.org/talks/index.html?lang=en#actor-russia">Who wants &lt;what&gt; &amp; &quot;why&quot;</a></p>
                <noscript><a href="https://example.org/talks/index.html?lang=en#actor-russia"><img src="https://example.org/talks/preview.png" alt="Who wants &lt;what&gt; &amp; &quot;why&quot;" width="100%"></a></noscript>
                </div>"#]],
        );
    }

    #[test]
    fn for_who_asks_the_page() {
        check(
            &code(&TALKS, Code::Oembed),
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
    fn without_image_and_heights_the_link_and_a_usual_height_stand_in() {
        let bare = Embed {
            image: None,
            heights: &[],
            title: "Talks",
            link: "https://e.org/",
            frame: "https://e.org/embed.html",
        };
        check(
            &code(&bare, Code::Frame),
            expect![[r#"
                <iframe src="https://e.org/embed.html" title="Talks" loading="lazy" width="100%" height="800" scrolling="no" frameborder="0" allow="fullscreen; clipboard-write" referrerpolicy="strict-origin-when-cross-origin"><a href="https://e.org/">Talks</a></iframe>
                <noscript><a href="https://e.org/">Talks</a></noscript>"#]],
        );
    }

    #[test]
    fn the_height_at_a_width_is_never_that_of_a_wider_page_where_a_narrower_is_known() {
        let at = |width| height(&HEIGHTS, width);
        assert_eq!(
            [300, 320, 639, 640, 1023, 2000].map(at),
            [9000, 9000, 9000, 7000, 7000, 5000]
        );
    }
}
