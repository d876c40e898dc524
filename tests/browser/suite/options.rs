//! The options in the address: what each does, that unknown ones are ignored, and that every accent
//! is legible.

use crate::start::ensure_quiet;
use crate::{Behaviour, behaviours};
use anyhow::{Context, Result, ensure};
use browser::TestResult;
use browser::browser::Browser;
use browser::page::Page;
use browser::reader::Reader;
use serde_json::json;

pub const ALL: &[Behaviour] = behaviours![
    options_start_quietly_alone_and_together,
    the_theme_in_the_address_overrides_the_devices,
    a_part_switched_off_shows_only_what_is_picked_in_it,
    without_chrome_the_source_and_how_to_read_stay,
    every_accent_can_be_read,
    unknown_options_are_ignored_with_one_note,
    parameters_of_other_programs_are_not_noted,
    options_set_the_first_state_and_the_fragment_overrides_them,
    a_host_styles_the_page_by_documented_properties,
    a_dark_page_shows_no_white_box,
];

const STORY: &str = "security-guarantees/";

fn open<'b>(browser: &'b mut Browser, options: &str, reader: Reader) -> Result<Page<'b>> {
    let page = browser.visit(&format!("{STORY}{options}"), reader)?;
    page.hydrated()?;
    Ok(page)
}

fn shown(page: &Page, css: &str) -> Result<bool> {
    page.eval(&format!(
        "[...document.querySelectorAll({})].some(part => part.checkVisibility())",
        json!(css)
    ))
}

fn ensure_shown(page: &Page, css: &[&str]) -> TestResult {
    for css in css {
        ensure!(shown(page, css)?, "`{css}` is not shown");
    }
    Ok(())
}

fn ensure_hidden(page: &Page, css: &[&str]) -> TestResult {
    for css in css {
        ensure!(!shown(page, css)?, "`{css}` is shown");
    }
    Ok(())
}

fn options_start_quietly_alone_and_together(browser: &mut Browser) -> TestResult {
    let each = [
        ("theme=dark", "theme", "dark"),
        ("view=map,timeline", "view", "map timeline"),
        ("view=actors", "view", "actors"),
        ("chrome=off", "chrome", "off"),
    ];
    for (option, mark, value) in each {
        let page = open(browser, &format!("?{option}"), Reader::DESKTOP)?;
        let marked: String = page.eval(&format!("document.documentElement.dataset.{mark}"))?;
        ensure!(marked == value, "{option} marks the page as {marked}");
        ensure_quiet(&page).context(option)?;
    }
    for option in [
        "theme=auto",
        "accent=c00",
        "accent=%23cc0000",
        "issue=guarantees",
        "readings=positions",
        "lang=en",
    ] {
        ensure_quiet(&open(browser, &format!("?{option}"), Reader::DESKTOP)?).context(option)?;
    }
    let all = "?theme=light&view=map,actors&chrome=off&accent=c00&issue=guarantees\
               &readings=positions&lang=en#actor-russia";
    let page = open(browser, all, Reader::PHONE)?;
    page.wait_for("#actor-russia[open]")?;
    ensure_quiet(&page).context("all options")
}

fn the_theme_in_the_address_overrides_the_devices(browser: &mut Browser) -> TestResult {
    let ground = "getComputedStyle(document.body).backgroundColor";
    let [light, dark]: [String; 2] = [
        open(browser, "", Reader::DESKTOP)?.eval(ground)?,
        open(browser, "", Reader::DESKTOP.dark())?.eval(ground)?,
    ];
    ensure!(
        light != dark,
        "light and dark have the same ground, {light}"
    );
    for (reader, theme, expected) in [
        (Reader::DESKTOP, "dark", &dark),
        (Reader::DESKTOP.dark(), "light", &light),
        (Reader::DESKTOP.dark(), "auto", &dark),
    ] {
        let found: String = open(browser, &format!("?theme={theme}"), reader)?.eval(ground)?;
        ensure!(found == *expected, "theme={theme}: {found}, not {expected}");
    }
    Ok(())
}

fn a_part_switched_off_shows_only_what_is_picked_in_it(browser: &mut Browser) -> TestResult {
    let parts = [
        ("text", ".article"),
        ("map", ".actor-map"),
        ("timeline", ".timeline"),
        ("actors", ".card-list > li"),
    ];
    for (one, part) in parts {
        let page = open(browser, &format!("?view={one}"), Reader::DESKTOP)?;
        ensure_shown(&page, &[part, &format!(".ways > [href='#{one}']")])?;
        for (other, hidden) in parts.into_iter().filter(|(other, _)| *other != one) {
            ensure_hidden(&page, &[hidden, &format!(".ways > [href='#{other}']")])
                .with_context(|| format!("view={one}"))?;
        }
        let width: u32 = page.eval("document.documentElement.scrollWidth")?;
        ensure!(width <= 1280, "view={one} is {width} px wide");
    }
    let page = open(browser, "?view=map#actor-russia", Reader::DESKTOP)?;
    page.wait_for("#actor-russia.is-picked")?;
    ensure_shown(&page, &["#actor-russia", ".actor-map"])?;
    ensure_hidden(&page, &["#actor-china", ".article"])?;
    let page = open(browser, "?view=map#event-remarks", Reader::DESKTOP)?;
    page.wait_for("#event-remarks.is-picked")?;
    ensure_shown(&page, &["#event-remarks"])?;
    ensure_hidden(&page, &[".timeline-head", ".event:not(.is-picked)"])
}

fn without_chrome_the_source_and_how_to_read_stay(browser: &mut Browser) -> TestResult {
    for reader in [Reader::PHONE, Reader::DESKTOP] {
        let page = open(browser, "?chrome=off", reader)?;
        ensure_hidden(
            &page,
            &[
                ".kicker",
                ".standfirst",
                ".toolbar",
                ".foot .references",
                ".masthead .source-line",
            ],
        )?;
        ensure_shown(
            &page,
            &[
                ".how > summary",
                ".foot > .source-line",
                ".made-with",
                ".article",
                ".actor-map",
            ],
        )?;
        page.click(".how > summary")?;
        page.wait_for(".how[open]")?;
        ensure_shown(&page, &[".kinds"])?;
    }
    Ok(())
}

/// The contrasts, as the browser resolves them, of text in the accent on the page and on tinted
/// surfaces, and of text on the accent itself.
const CONTRASTS: &str = r"(() => {
    const probe = document.body.appendChild(document.createElement('p'));
    const pixel = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    const light = (colour) => {
        probe.style.color = `var(--${colour})`;
        pixel.clearRect(0, 0, 1, 1);
        pixel.fillStyle = getComputedStyle(probe).color;
        pixel.fillRect(0, 0, 1, 1);
        const [r, g, b] = [...pixel.getImageData(0, 0, 1, 1).data].map((part) =>
            part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const contrast = (one, other) => {
        const [dark, bright] = [light(one), light(other)].sort((a, b) => a - b);
        return (bright + 0.05) / (dark + 0.05);
    };
    const found = [['accent', 'surface'], ['accent', 'surface-raised'], ['accent', 'accent-soft'],
        ['ink', 'accent-soft'], ['on-accent', 'accent']]
        .map(([one, other]) => [`${one} on ${other}`, contrast(one, other)]);
    probe.remove();
    return found;
})()";

fn every_accent_can_be_read(browser: &mut Browser) -> TestResult {
    for accent in [
        "",
        "?accent=ffff00",
        "?accent=fff",
        "?accent=000000",
        "?accent=f00",
        "?accent=%23777777",
        "?accent=0000ff",
    ] {
        for reader in [Reader::DESKTOP, Reader::DESKTOP.dark()] {
            let page = open(browser, accent, reader)?;
            let contrasts: Vec<(String, f64)> = page.eval(CONTRASTS)?;
            for (pair, contrast) in contrasts {
                ensure!(
                    contrast >= 4.5,
                    "`{accent}`, {}: {pair} has {contrast:.2}",
                    reader.describe()
                );
            }
        }
    }
    Ok(())
}

fn unknown_options_are_ignored_with_one_note(browser: &mut Browser) -> TestResult {
    let long = "x".repeat(10_000);
    let hostile = [
        ("accent", "red;}"),
        ("accent", "12345"),
        ("accent", "%23%23fff"),
        ("accent", "url(https://example.org)"),
        ("view", "%3Cscript%3E"),
        ("view", ""),
        ("view", "map,maps"),
        ("theme", "neon"),
        ("theme", "DARK"),
        ("chrome", "on"),
        ("issue", "nothing"),
        ("issue", "%22%3E%3Cimg%20src=x%3E"),
        ("readings", "positions,tea"),
        ("lang", "tlh"),
        ("lang", "../en"),
    ];
    let long = [
        "theme", "accent", "view", "chrome", "issue", "readings", "lang",
    ]
    .map(|option| (option, long.as_str()));
    for (option, value) in hostile.into_iter().chain(long) {
        let page = open(browser, &format!("?{option}={value}"), Reader::DESKTOP)?;
        let noted: Vec<String> = page.eval("window.__watch.console")?;
        let named = noted.len() == 1
            && noted[0].starts_with(&format!("info: Standpoint: {option} in the address"));
        ensure!(named, "{option}={value:.40}: {noted:.200?}");
        ensure!(
            page.policy_violations()?.is_empty(),
            "{option}={value:.40} breaks the policy"
        );
        let marks: String = page.eval(
            "['theme', 'view', 'chrome'].map(mark => \
                                     document.documentElement.dataset[mark] ?? '').join('')
            + (document.documentElement.getAttribute('style') ?? '')",
        )?;
        ensure!(
            marks.is_empty(),
            "{option}={value:.40} marks the page: {marks:.100}"
        );
    }
    Ok(())
}

fn parameters_of_other_programs_are_not_noted(browser: &mut Browser) -> TestResult {
    let others = "?childId=x&initialWidth=600&parentTitle=News\
                  &parentUrl=https%3A%2F%2Fexample.org%2F&k=1&maxwidth=600&utm_source=x";
    ensure_quiet(&open(browser, others, Reader::DESKTOP)?)
}

fn options_set_the_first_state_and_the_fragment_overrides_them(
    browser: &mut Browser,
) -> TestResult {
    let pressed = |reading: &str| format!("[data-reading='{reading}'][aria-pressed='true']");
    // An old address may also name a reading of the timeline.
    let page = open(browser, "?readings=positions,scale", Reader::DESKTOP)?;
    page.wait_for(&pressed("positions"))?;
    page.click("[data-reading='relations']")?;
    page.wait_until("location.hash === '#map=relations'")?;
    page.reload()?;
    page.hydrated()?;
    page.wait_for(&pressed("relations"))
        .context("what the reader chose is lost")?;
    let page = open(browser, "?issue=guarantees#actor-russia", Reader::DESKTOP)?;
    page.wait_for("#actor-russia[open]")?;
    page.wait_for("[data-issue='guarantees'][aria-pressed='true']")?;
    let page = open(browser, "?issue=guarantees#hide=forecast", Reader::DESKTOP)?;
    page.wait_for(&pressed("relations"))
}

fn a_host_styles_the_page_by_documented_properties(browser: &mut Browser) -> TestResult {
    let page = open(browser, "?accent=00f", Reader::DESKTOP)?;
    let set = [
        ("surface", "rgb(1, 2, 3)"),
        ("ink", "rgb(250, 251, 252)"),
        ("accent", "rgb(200, 100, 50)"),
        ("font-text", "Arial"),
        ("font-label", "Courier"),
        ("page", "40rem"),
    ];
    for (name, value) in set {
        let script = "document.documentElement.style.setProperty(arguments[0], arguments[1])";
        page.run_script::<()>(
            script,
            vec![json!(format!("--standpoint-{name}")), json!(value)],
        )?;
    }
    let looks = [
        ("body", "backgroundColor", "rgb(1, 2, 3)"),
        ("h1", "color", "rgb(250, 251, 252)"),
        (".kicker", "color", "rgb(200, 100, 50)"),
        ("h1", "fontFamily", "Arial"),
        (".toolbar", "fontFamily", "Courier"),
        (".explainer", "maxInlineSize", "640px"),
    ];
    for (css, property, expected) in looks {
        let found: String = page.eval(&format!(
            "getComputedStyle(document.querySelector('{css}')).{property}"
        ))?;
        ensure!(
            found == expected,
            "{property} of `{css}` is {found}, not {expected}"
        );
    }
    Ok(())
}

/// Every pixel of the host's window and of the frame in it is dark, whatever the device prefers.
fn a_dark_page_shows_no_white_box(browser: &mut Browser) -> TestResult {
    let address = browser.serve(Default::default())?.url(&format!(
        "{STORY}index.html?theme=dark&view=timeline&chrome=off"
    ));
    let html = format!(
        "<!doctype html><html lang=en style='color-scheme: dark'><meta charset=utf-8>\
         <link rel=icon href='data:,'><title>A dark host</title>
            <body style='margin: 0; background: #111'>\
            <iframe src='{address}' title=Explainer width=100% height=880 frameborder=0></iframe>"
    );
    let page = browser.visit_host(html, Reader::DESKTOP)?;
    page.enter_frame("iframe")?;
    page.hydrated()?;
    page.leave_frames()?;
    page.painted()?;
    let png = page.session.run(page.session.client.screenshot())?;
    let script = "const picture = new Image(); window.__bright = -1; \
                  picture.src = `data:image/png;base64,${arguments[0]}`;
        picture.decode().then(() => {
            const pixels = Object.assign(document.createElement('canvas'), \
                { width: picture.width, height: picture.height }).getContext('2d');
            pixels.drawImage(picture, 0, 0);
            const data = pixels.getImageData(0, 0, picture.width, picture.height).data;
            let bright = 0;
            for (let at = 0; at < data.length; at += 4) bright += data[at] > 200 && \
                data[at + 1] > 200 && data[at + 2] > 200;
            window.__bright = bright / (data.length / 4);
        })";
    page.run_script::<()>(script, vec![json!(base64(&png))])?;
    page.wait_until("window.__bright >= 0")?;
    let bright: f64 = page.eval("window.__bright")?;
    ensure!(
        bright < 0.1,
        "{:.0} % of the window is bright",
        bright * 100.0
    );
    Ok(())
}

fn base64(bytes: &[u8]) -> String {
    use ::base64::Engine;
    ::base64::prelude::BASE64_STANDARD.encode(bytes)
}
