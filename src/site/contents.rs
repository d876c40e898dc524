//! The page of contents of a site with several stories. Knows no program: it is a plain page of
//! links.

use super::meta::{self, Publication};
use super::page::{Escaped, Shell, head, linked};
use super::policy::policy;
use crate::locale::Strings;
use crate::locale::direction::direction;
use crate::locale::strings::{counted, fill};
use crate::story::Story;

/// Lists the stories in the given order, in the language of the first; `styles` are the style
/// sheets' relative addresses.
pub fn contents<'a>(
    stories: impl ExactSizeIterator<Item = &'a Story> + Clone,
    styles: &[String],
    published: Option<&Publication>,
) -> String {
    let words = Strings::of(stories.clone().next().map_or("en", |story| &story.lang));
    let note = counted(words.page.contents_note, stories.len());
    let (none, meta) = (
        String::new(),
        meta::contents(words.page.contents, &note, published),
    );
    let style = styles.iter().map(linked).collect::<Vec<_>>().join("\n");
    let shell = Shell {
        first: none.clone(),
        policy: policy().into(),
        scripts: none,
        style,
        meta,
    };
    let head = head(words.lang, words.page.contents, &note, &shell);
    let (title, note) = (Escaped(words.page.contents), Escaped(&note));
    let entries: String = stories.map(|story| entry(story, words)).collect();
    format!(
        r#"{head}</head>
<body>
<main class="contents">
<header class="contents-head">
<h1>{title}</h1>
<p class="contents-note">{note}</p>
</header>
<ul class="contents-list" role="list">
{entries}</ul>
</main>
</body>
</html>
"#
    )
}

/// A story in its own language, its counts in that of the page.
fn entry(story: &Story, words: &Strings) -> String {
    let Story {
        slug,
        lang,
        title,
        standfirst,
        ..
    } = story;
    let updated = fill(words.page.data_of, &[("date", story.updated.words())]);
    let counts = [
        counted(words.page.count_actors, story.actors.len()),
        counted(words.page.count_positions, story.positions.len()),
        counted(words.page.count_events, story.events.len()),
        updated,
    ];
    let (dir, counts) = (direction(lang), counts.join(" · "));
    let (slug, lang, title, standfirst) = (
        Escaped(slug),
        Escaped(lang),
        Escaped(title),
        Escaped(standfirst),
    );
    let counts = Escaped(&counts);
    format!(
        r#"<li class="contents-story">
<h2 lang="{lang}" dir="{dir}"><a href="{slug}/index.html">{title}</a></h2>
<p lang="{lang}" dir="{dir}">{standfirst}</p>
<p class="contents-counts">{counts}</p>
</li>
"#
    )
}
