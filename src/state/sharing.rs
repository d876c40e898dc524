//! What the panel "Share or embed" offers: where the page stands, the choices for a frame, and what
//! was copied. Knows no browser and no markup.

use super::Route;
use crate::story::Story;

/// Where the page stands, as its head and address say.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Place {
    /// Absolute address of the page of its own, without options and state.
    pub page: String,
    /// Absolute address of the page to frame.
    pub frame: String,
    /// Absolute address of the preview image.
    pub image: Option<String>,
    /// What the options in the address ask for: the state of an address without one.
    pub start: Route,
    /// The language of the interface that they ask for; that of the story where it is empty.
    pub lang: &'static str,
}

/// The panel, since it was first opened. It is not part of a link.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sharing {
    pub open: bool,
    pub theme: Theme,
    /// The parts that the frame leaves out, by [`PARTS`].
    pub left_out: [bool; 4],
    /// Without heading, filter and sources.
    pub bare: bool,
    /// What was asked to be copied, and how that went as soon as it is known.
    pub copied: Option<(Item, Option<bool>)>,
}

/// The parts of the page, as the option `view` calls them.
pub const PARTS: [&str; 4] = ["text", "map", "timeline", "actors"];

/// The colours of a frame.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the reader's device has it.
    #[default]
    Auto,
    Light,
    Dark,
}

/// What can be copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Item {
    Link,
    Frame,
    Pym,
    Oembed,
}

impl Theme {
    pub const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    pub fn key(self) -> &'static str {
        ["auto", "light", "dark"][self as usize]
    }
}

impl Item {
    pub const CODES: [Self; 3] = [Self::Frame, Self::Pym, Self::Oembed];

    /// The id of the field that holds the text.
    pub fn id(self) -> &'static str {
        [
            "pass-on-link",
            "pass-on-frame",
            "pass-on-pym",
            "pass-on-oembed",
        ][self as usize]
    }
}

impl Sharing {
    /// Without this part, or with it again; `None` for the last one, which stays.
    pub fn toggled(mut self, part: usize) -> Option<Self> {
        self.left_out[part] = !self.left_out[part];
        (self.left_out != [true; 4]).then_some(Self {
            copied: None,
            ..self
        })
    }

    /// The same panel, open or not.
    pub fn opened(self, open: bool) -> Self {
        Self {
            open,
            copied: None,
            ..self
        }
    }

    /// With how copying went.
    pub fn answered(self, done: bool) -> Self {
        Self {
            copied: self.copied.map(|(item, _)| (item, Some(done))),
            ..self
        }
    }

    /// Whether the frame shows the page as a whole.
    pub fn is_whole(&self) -> bool {
        !self.bare && self.left_out == [false; 4]
    }

    /// The address in an item: of the page of its own in this state, of the frame, or of the page
    /// as it begins.
    pub fn address(&self, item: Item, place: &Place, story: &Story, route: &Route) -> String {
        match item {
            Item::Link => with(&place.page, &route.fragment(story)),
            Item::Frame | Item::Pym => self.frame(place, &route.framed_fragment(story)),
            Item::Oembed => place.page.clone(),
        }
    }

    /// The address of a frame like this in a state.
    pub fn frame(&self, place: &Place, fragment: &str) -> String {
        let mut options = Vec::new();
        if self.theme != Theme::Auto {
            options.push(String::from("theme=") + self.theme.key());
        }
        if self.left_out != [false; 4] {
            let kept = PARTS
                .into_iter()
                .zip(self.left_out)
                .filter(|(_, left_out)| !left_out);
            options.push(
                String::from("view=") + &kept.map(|(part, _)| part).collect::<Vec<_>>().join(","),
            );
        }
        if self.bare {
            options.push("chrome=off".into());
        }
        let mark = if options.is_empty() { "" } else { "?" };
        with(&(place.frame.clone() + mark + &options.join("&")), fragment)
    }
}

/// An address in a state.
pub fn with(address: &str, fragment: &str) -> String {
    let mark = if fragment.is_empty() { "" } else { "#" };
    [address, mark, fragment].concat()
}
