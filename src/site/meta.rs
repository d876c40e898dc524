//! The meta tags and the oEmbed answer for search engines, social networks and content systems.
//!
//! Absolute addresses are left out if it is not known where the site will be published.

mod linked;

use super::base::Base;
use super::preview;
use crate::layout::Content;
use crate::state::share::{self, COLUMN_WIDTH, Embed};
use crate::story::Story;
use crate::text::escape::escape;
use std::fmt::Write;

/// The names of the files beside a story's page.
pub const EMBED: &str = "embed.html";
pub const OEMBED: &str = "oembed.json";
pub const PREVIEW: &str = "preview.png";

/// Where the site will be published.
#[derive(Clone, Debug)]
pub struct Publication {
    pub base: Base,
    /// The publisher's name; the host if none is given.
    pub name: Option<String>,
}

impl Publication {
    fn name(&self) -> &str {
        self.name.as_deref().unwrap_or_else(|| self.base.host())
    }
}

/// A story and the place of its page.
#[derive(Clone, Copy)]
pub struct Place<'a> {
    pub content: &'a Content,
    pub published: Option<&'a Publication>,
    /// The page's folder from the site's root, with `/` at the end; empty for the root itself.
    pub folder: &'a str,
}

/// Tags, one on each line.
#[derive(Default)]
struct Tags(String);

impl Tags {
    fn meta(&mut self, kind: &str, name: &str, content: &str) {
        _ = writeln!(
            self.0,
            "<meta {kind}=\"{name}\" content=\"{}\">",
            escape(content)
        );
    }

    fn link(&mut self, rel: &str, href: &str) {
        _ = writeln!(self.0, "<link rel=\"{rel}\" href=\"{}\">", escape(href));
    }
}

impl Place<'_> {
    fn story(&self) -> &Story {
        &self.content.story
    }

    fn url(&self, publication: &Publication, file: &str) -> String {
        publication.base.join(&format!("{}{file}", self.folder))
    }

    /// The tags of the story's own page.
    pub fn page(&self) -> String {
        let story = self.story();
        let mut tags = Tags::default();
        tags.meta("name", "robots", "max-image-preview:large");
        open_graph(&mut tags, &story.title, &story.standfirst, "article");
        tags.meta("property", "og:locale", &story.lang.replace('-', "_"));
        let url = self.published.map(|publication| {
            self.absolute(&mut tags, publication);
            self.url(publication, "index.html")
        });
        let image = self
            .published
            .map(|publication| self.url(publication, PREVIEW));
        tags.0 += &linked::script(story, url.as_deref(), image.as_deref());
        tags.0
    }

    fn absolute(&self, tags: &mut Tags, publication: &Publication) {
        let (page, image) = (
            self.url(publication, "index.html"),
            self.url(publication, PREVIEW),
        );
        tags.meta("property", "og:url", &page);
        tags.meta("property", "og:site_name", publication.name());
        tags.meta("property", "og:image", &image);
        tags.meta("property", "og:image:width", &preview::SIZE.0.to_string());
        tags.meta("property", "og:image:height", &preview::SIZE.1.to_string());
        tags.meta(
            "property",
            "og:image:alt",
            &preview::alternative(self.story()),
        );
        tags.meta("name", "twitter:card", "summary_large_image");
        tags.link("canonical", &page);
        let (title, oembed) = (escape(&self.story().title), self.url(publication, OEMBED));
        let kind = "application/json+oembed";
        _ = writeln!(
            tags.0,
            "<link rel=\"alternate\" type=\"{kind}\" title=\"{title}\" href=\"{}\">",
            escape(&oembed)
        );
    }

    /// The tags of the page for frames, which search engines should not list.
    pub fn embed(&self) -> String {
        let mut tags = Tags::default();
        tags.meta("name", "robots", "noindex");
        let page = self
            .published
            .map(|publication| self.url(publication, "index.html"));
        tags.link("canonical", page.as_deref().unwrap_or("index.html"));
        tags.0
    }

    /// The tags of a section of a large story, by its path in the story's folder.
    pub fn section(&self, path: &str, title: &str) -> String {
        let mut tags = Tags::default();
        open_graph(&mut tags, title, &self.story().title, "article");
        if let Some(publication) = self.published {
            let page = self.url(publication, path);
            tags.meta("property", "og:url", &page);
            tags.meta("property", "og:site_name", publication.name());
            tags.link("canonical", &page);
        }
        tags.0
    }

    /// The oEmbed answer; `None` if it is not known where the site will be published.
    pub fn oembed(&self) -> Option<String> {
        let publication = self.published?;
        let [frame, link, image] =
            [EMBED, "index.html", PREVIEW].map(|file| self.url(publication, file));
        let title = &self.story().title;
        let embed = Embed {
            frame: &frame,
            link: &link,
            title,
            image: Some(&image),
            heights: &self.content.heights,
        };
        let answer = serde_json::json!({
            "version": "1.0",
            "type": "rich",
            "title": title,
            "provider_name": publication.name(),
            "provider_url": publication.base.origin(),
            "cache_age": 3600,
            "width": COLUMN_WIDTH,
            "height": share::height(&self.content.heights, COLUMN_WIDTH),
            "html": share::oembed(&embed),
            "thumbnail_url": image,
            "thumbnail_width": preview::SIZE.0,
            "thumbnail_height": preview::SIZE.1,
        });
        Some(format!("{answer:#}\n"))
    }
}

/// The tags of a page of contents.
pub fn contents(title: &str, description: &str, published: Option<&Publication>) -> String {
    let mut tags = Tags::default();
    open_graph(&mut tags, title, description, "website");
    if let Some(publication) = published {
        let page = publication.base.join("index.html");
        tags.meta("property", "og:url", &page);
        tags.meta("property", "og:site_name", publication.name());
        tags.link("canonical", &page);
    }
    tags.0
}

fn open_graph(tags: &mut Tags, title: &str, description: &str, kind: &str) {
    tags.meta("property", "og:title", title);
    tags.meta("property", "og:description", description);
    tags.meta("property", "og:type", kind);
}
