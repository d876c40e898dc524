//! A site: every file of one or several stories, in memory. The same stories and the same app give
//! the same bytes.

use super::app_build::AppBuild;
use super::boot;
use super::contents::contents;
use super::files::{ASSETS, Files, put};
use super::large::{self, Large};
use super::meta::{EMBED, OEMBED, PREVIEW, Place, Publication};
use super::pack::MANIFEST;
use super::page::{self, Inside, Links, page};
use super::policy::EARLY;
use super::prerender::{markup, prerender, prerender_between};
use super::preview;
use super::style;
use crate::app::StoryRef;
use crate::layout::Content;
use crate::layout::large::{MAX_ACTORS, MAX_EVENTS, is_large};
use crate::story::Story;
use std::rc::Rc;

/// A single story's page is the site's root; several stories get a folder each, and the root lists
/// them in the given order. `published` gives the address of the site, for absolute addresses.
///
/// # Errors
///
/// A sentence for the editor, when two stories would have the same folder, or one a folder of the
/// site's own; when the app's glue is unknown.
pub fn site(
    parts: &AppBuild,
    stories: Vec<Story>,
    published: Option<&Publication>,
) -> Result<Files, String> {
    distinct(&stories)?;
    let mut files = Files::new();
    let assets = Assets::place(parts, &mut files)?;
    let stories: Vec<Rc<Story>> = stories.into_iter().map(Rc::new).collect();
    if let [story] = &stories[..] {
        pages(&mut files, story, "", published, &assets);
    } else {
        let Links {
            style, own_style, ..
        } = assets.from("");
        let sheet = format!(
            "{ASSETS}/{}",
            put(
                &mut files,
                "contents",
                "css",
                style::CONTENTS.clone().into()
            )
        );
        let styles: Vec<String> = [style, sheet].into_iter().chain(own_style).collect();
        let list = contents(stories.iter().map(|story| &**story), &styles, published);
        files.insert("index.html".into(), list.into());
        for story in &stories {
            pages(
                &mut files,
                story,
                &format!("{}/", story.slug),
                published,
                &assets,
            );
        }
    }
    Ok(files)
}

/// One story as one page with everything inside.
///
/// # Errors
///
/// When the app's glue is unknown, a style sheet would end too early, or the story is too large for
/// one page.
pub fn single(parts: &AppBuild, story: Story) -> Result<String, String> {
    if is_large(&story) {
        return Err(format!(
            "a story with more than {MAX_EVENTS} events or {MAX_ACTORS} actors takes several pages, which one file cannot hold; \
             build a folder, without --single-file"
        ));
    }
    let style = format!("{}{}", *style::STORY, style::strip(&parts.own_style));
    if style.contains("</") {
        return Err(
            "a style sheet that stands in a page cannot hold `</`, which ends it; write `<\\/`"
                .into(),
        );
    }
    let inside = Inside {
        style,
        boot: boot::inside(&parts.app)?,
        explorer: boot::explorer(&parts.explorer, &style::EXPLORER, true)?,
        program: boot::base64(&parts.app),
    };
    let story = StoryRef::from(Content::of(story));
    let meta = Place {
        content: story.content(),
        published: None,
        folder: "",
    }
    .page();
    Ok(page::single(
        &story,
        &prerender(&story, true),
        &inside,
        meta,
    ))
}

/// All files of a story's folder. The preview and the meta tags of a large story are those of the
/// part on its first page.
fn pages(
    files: &mut Files,
    story: &Rc<Story>,
    folder: &str,
    published: Option<&Publication>,
    assets: &Assets,
) {
    let up = "../".repeat(folder.matches('/').count());
    match Large::of(story) {
        None => {
            let story = StoryRef::from(Content::of(Story::clone(story)));
            first_pages(
                files,
                &story,
                &prerender(&story, true),
                (folder, published),
                &assets.from(&up),
            );
        }
        Some(large) => large_pages(files, &large, (folder, published), assets, &up),
    }
}

/// A large story's first page and the pages of its sections.
fn large_pages(
    files: &mut Files,
    large: &Large,
    at: (&str, Option<&Publication>),
    assets: &Assets,
    up: &str,
) {
    let (folder, published) = at;
    let summary = put(files, "story", "json", large.data());
    let sheet = put(files, "large", "css", style::strip(large::STYLE).into());
    let links = |up: &str| {
        let mut links = assets.from(up);
        links.sheets.push(format!("{up}{ASSETS}/{sheet}"));
        links
    };
    let (before, behind) = (markup(large::overview(large)), markup(large::lists(large)));
    let body = prerender_between(&large.first, true, (&before, &behind));
    let first = Links {
        whole: Some(format!("{up}{ASSETS}/{summary}")),
        ..links(up)
    };
    first_pages(files, &large.first, &body, at, &first);
    let Links {
        style,
        sheets,
        own_style,
        ..
    } = links(&format!("{up}../"));
    let styles: Vec<String> = [style].into_iter().chain(sheets).chain(own_style).collect();
    let place = Place {
        content: large.first.content(),
        published,
        folder,
    };
    for section in large::pages(large) {
        let meta = place.section(&section.path, &section.title);
        let page = page::plain(&large.whole, (&section.title, &section.body), &styles, meta);
        files.insert(format!("{folder}{}", section.path), page.into());
    }
}

/// A story's page, the page to frame, the preview image, and what content systems ask for.
fn first_pages(
    files: &mut Files,
    story: &StoryRef,
    body: &str,
    (folder, published): (&str, Option<&Publication>),
    links: &Links,
) {
    let place = Place {
        content: story.content(),
        published,
        folder,
    };
    let mut put = |name: &str, bytes: Vec<u8>| files.insert(format!("{folder}{name}"), bytes);
    put("index.html", page(story, body, links, place.page()).into());
    put(EMBED, page(story, body, links, place.embed()).into());
    let preview = preview::png(story);
    if let Some(note) = preview.note() {
        eprintln!("{folder}{PREVIEW}: {note}");
    }
    put(PREVIEW, preview.png);
    if let Some(answer) = place.oembed() {
        put(OEMBED, answer.into());
    }
}

fn distinct(stories: &[Story]) -> Result<(), String> {
    for (index, Story { slug, .. }) in stories.iter().enumerate() {
        if stories[..index]
            .iter()
            .any(|earlier| earlier.slug.eq_ignore_ascii_case(slug))
        {
            return Err(format!(
                "two stories are called {slug:?}, and would stand in the same folder; rename the folder of one"
            ));
        }
        // The names of the root's own files, and of their compressed copies.
        let own = [
            "index.html",
            "index.html.br",
            "index.html.gz",
            "_headers",
            ".nojekyll",
            MANIFEST,
        ];
        if stories.len() > 1 && (slug == ASSETS || own.contains(&slug.as_str())) {
            return Err(format!(
                "a story cannot be called {slug:?}, because the site itself needs that name; rename its folder"
            ));
        }
    }
    Ok(())
}

/// The shared files' paths from the site's root.
struct Assets {
    style: String,
    own_style: Option<String>,
    boot: String,
}

impl Assets {
    fn place(parts: &AppBuild, files: &mut Files) -> Result<Self, String> {
        let mut put = |name: &str, ending: &str, bytes: Vec<u8>| put(files, name, ending, bytes);
        let [host, options] = EARLY
            .each_ref()
            .map(|early| put(early.name, "js", early.text.clone().into()));
        let program = put("app", "wasm", parts.app.wasm.clone());
        let glue = put("app", "js", parts.app.glue.clone().into());
        let classic = put("classic", "js", boot::classic(&parts.app)?.into());
        let explorer = |inside| boot::explorer(&parts.explorer, &style::EXPLORER, inside);
        let explore_wasm = put("explore", "wasm", parts.explorer.wasm.clone());
        let explore = put("explore", "js", explorer(false)?.into());
        let explore_classic = put("explore-classic", "js", explorer(true)?.into());
        let style = put("style", "css", style::STORY.clone().into());
        let names = [
            &style,
            &host,
            &options,
            &program,
            &glue,
            &classic,
            &explore_wasm,
            &explore,
            &explore_classic,
        ];
        let start = boot::start(names.map(String::as_str));
        let boot = put("boot", "js", start.into());
        let own_style = Some(style::strip(&parts.own_style)).filter(|css| !css.is_empty());
        let own_style = own_style.map(|css| put("own", "css", css.into()));
        Ok(Self {
            style,
            own_style,
            boot,
        })
    }

    /// The addresses from a page, where `up` leads to the root.
    fn from(&self, up: &str) -> Links {
        let link = |name: &str| format!("{up}{ASSETS}/{name}");
        Links {
            style: link(&self.style),
            own_style: self.own_style.as_deref().map(link),
            sheets: Vec::new(),
            boot: link(&self.boot),
            whole: None,
        }
    }
}
