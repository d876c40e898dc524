//! A real WordPress with a post that holds only the address of an explainer. WordPress fetches the
//! page's embed code and shows a link until the height layer answers; then it shows the frame.

use crate::parents::{STORY, site_for_sandboxes};
use crate::{Behaviour, behaviours};
use anyhow::{Context, Result, ensure};
use browser::TestResult;
use browser::browser::Browser;
use browser::engine::Engine;
use browser::reader::Reader;
use browser::site::{NO_SCRIPT, ServeOptions};
use browser::wordpress::{WordPress, install_dir};
use serde_json::json;

pub const ALL: &[Behaviour] = behaviours![a_post_that_holds_only_the_address_shows_the_explainer];

const PLACE: &str = "security-guarantees/posted.html";

/// Adds to the site a page that links to its embed code, and the code as oEmbed.
fn posted(browser: &mut Browser, options: ServeOptions) -> Result<String> {
    let page = std::fs::read_to_string(browser.site_root().join(STORY))?;
    let link = "<head><link rel=alternate type='application/json+oembed' \
                href='{origin}/security-guarantees/posted.json'>";
    let address = format!("{{origin}}/{PLACE}");
    let html = format!(
        "<blockquote><a href=\"{address}\">Explained</a></blockquote>\
         <iframe title=\"Explained\" src=\"{address}\" width=\"700\" height=\"800\" \
         frameborder=\"0\" scrolling=\"no\"></iframe>"
    );
    let code = json!({
        "version": "1.0", "type": "rich", "title": "Explained",
        "width": 700, "height": 800, "html": html
    });
    let options = options.page(
        "/security-guarantees/posted.html",
        page.replacen("<head>", link, 1),
    );
    Ok(browser
        .serve(options.page("/security-guarantees/posted.json", code.to_string()))?
        .url(PLACE))
}

fn a_post_that_holds_only_the_address_shows_the_explainer(browser: &mut Browser) -> TestResult {
    let files = ServeOptions::default().folders(vec![("/wordpress/".to_owned(), install_dir()?)]);
    let zip = browser.serve(files)?.url("wordpress/wordpress.zip");
    let wordpress = WordPress::start(&zip)?;

    let address = posted(browser, site_for_sandboxes(browser.engine))?;
    let page = browser.open(&wordpress.publish(&address)?, Reader::DESKTOP)?;
    page.wait_for("iframe.wp-embedded-content[sandbox='allow-scripts']")
        .context("WordPress embeds nothing")?;
    // WordPress limits frames to 1,000 px.
    page.wait_until("document.querySelector('iframe').clientHeight === 1000")
        .context("the frame is not resized")?;
    let shown: (String, String) = page.eval(
        "['blockquote', 'iframe'].map(one => \
                 document.querySelector('.wp-embedded-content:is(' + one + ')')).map(one => \
                 getComputedStyle(one)).map(style => style.display + ' ' + style.clip)",
    )?;
    ensure!(
        shown.0.starts_with("none") && !shown.1.contains("rect"),
        "link and frame are shown as {shown:?}"
    );
    page.enter_frame("iframe.wp-embedded-content")?;
    page.hydrated()?;
    page.wait_for("[data-embed='contained']")?;
    page.click("svg.map a.node[href='#actor-china']")?;
    page.wait_for("#actor-china.card[open]")?;
    let (console, breaches): (Vec<String>, Vec<String>) =
        page.eval("[__watch.console, __watch.policy]")?;
    ensure!(
        console.is_empty() && breaches.is_empty(),
        "our page says {console:?}, breaks {breaches:?}"
    );
    // WebKitGTK's driver timed out on loading the second post.
    if browser.engine == Engine::WebKit {
        Ok(())
    } else {
        the_link_stays_where_the_page_cannot_answer(browser, &wordpress)
    }
}

fn the_link_stays_where_the_page_cannot_answer(
    browser: &mut Browser,
    wordpress: &WordPress,
) -> TestResult {
    let address = posted(browser, ServeOptions::default().policy(NO_SCRIPT))?;
    let page = browser.open(&wordpress.publish(&address)?, Reader::DESKTOP)?;
    page.wait_for("iframe.wp-embedded-content")?;
    page.enter_frame("iframe.wp-embedded-content")?;
    page.wait_until("document.readyState === 'complete'")?;
    page.leave_frames()?;
    page.wait_until("document.readyState === 'complete'")?;
    let link = page.text("blockquote.wp-embedded-content a")?;
    ensure!(link == "Explained", "the link says `{link}`");
    let hidden: String =
        page.eval("getComputedStyle(document.querySelector('iframe.wp-embedded-content')).clip")?;
    ensure!(
        hidden.contains("rect"),
        "a frame that cannot answer is shown"
    );
    Ok(())
}
