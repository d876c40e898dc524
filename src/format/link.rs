//! Which addresses a link may have: http(s) or relative.

/// What is wrong with an address.
#[derive(Debug, PartialEq)]
pub struct Problem {
    pub message: String,
    pub hint: String,
    /// The address to write, where that is certain.
    pub instead: Option<String>,
}

/// What is wrong with an address and what to do, or nothing. Strict, because browsers read
/// addresses loosely: they drop tabs and line breaks and take a backslash for a slash, so that
/// `java\nscript:` would run.
pub fn problem(href: &str) -> Option<Problem> {
    let trimmed = href.trim();
    if trimmed.is_empty() {
        return say(
            "the link leads nowhere",
            "write where it leads: `https://…`, or a relative address",
        );
    }
    if trimmed != href && problem(trimmed).is_none() {
        return instead("the address has white space around it", trimmed.into());
    }
    if href.contains('\\') || drive(href) {
        let name = href
            .rsplit(['\\', '/'])
            .next()
            .filter(|name| !name.is_empty() && sound(name))
            .unwrap_or("page.html");
        let hint = format!(
            "publish the file beside the page, and write its relative address with `/`: `{name}`"
        );
        return say(
            "this is the path of a file, which readers cannot open",
            &hint,
        );
    }
    if href.chars().any(|c| c.is_whitespace() || c.is_control()) {
        return white_space(href);
    }
    if let Some(rest) = href.strip_prefix("//") {
        return instead(
            "the link names a host without `https:`",
            format!("https://{rest}"),
        );
    }
    let Some((scheme, rest)) = scheme(href) else {
        let first = href.split(['/', '?', '#']).next().unwrap_or_default();
        let hint = "write `%3A` for a colon in the first part of a relative address";
        return if first.contains(':') {
            say("the link starts with something that is no address", hint)
        } else {
            None
        };
    };
    absolute(&scheme.to_ascii_lowercase(), rest)
}

fn say(message: &str, hint: &str) -> Option<Problem> {
    Some(Problem {
        message: message.into(),
        hint: hint.into(),
        instead: None,
    })
}

fn instead(message: &str, href: String) -> Option<Problem> {
    Some(Problem {
        message: message.into(),
        hint: format!("write `{href}`"),
        instead: Some(href),
    })
}

fn sound(href: &str) -> bool {
    href.chars()
        .all(|c| !c.is_whitespace() && !c.is_control() && c != ':')
}

/// Whether it begins as the path of a Windows disk, `C:\` or `C:/`.
fn drive(href: &str) -> bool {
    matches!(href.as_bytes(), [letter, b':', b'\\' | b'/', ..] if letter.is_ascii_alphabetic())
}

/// Words, or an address with spaces in it.
fn white_space(href: &str) -> Option<Problem> {
    let encoded = href.replace(' ', "%20");
    let hidden = encoded.chars().any(|c| c.is_whitespace() || c.is_control());
    let host = href
        .split_once("://")
        .map_or("", |(_, rest)| rest.split('/').next().unwrap_or_default());
    let ending = href.rsplit_once('.').map_or("", |(_, ending)| ending);
    let file =
        (2..=5).contains(&ending.len()) && ending.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if hidden || host.contains(' ') || problem(&encoded).is_some() {
        return say(
            "the link contains white space or a control character",
            "write the address without, and a space in it as `%20`",
        );
    }
    if href.contains('/') || file {
        return instead("the link contains white space", encoded);
    }
    say(
        "this is no address",
        "write where readers find it, `https://…`, or take the address out",
    )
}

/// A link of a scheme.
fn absolute(scheme: &str, rest: &str) -> Option<Problem> {
    let host = rest
        .strip_prefix("//")
        .is_some_and(|host| !host.is_empty() && !host.starts_with('/'));
    match scheme {
        "http" | "https" if host => None,
        "http" | "https" => say(
            "the link has no host",
            "write it in full: `https://example.org/page`",
        ),
        "doi" if rest.starts_with("10.") => instead(
            "a link cannot start with `doi:`",
            format!("https://doi.org/{rest}"),
        ),
        "mailto" => say(
            "a link cannot start with `mailto:`",
            "link to a page that has the address, with `https://`",
        ),
        scheme => say(
            &format!("a link cannot start with `{scheme}:`"),
            "use an address that starts with `https://` or `http://`, or a relative one",
        ),
    }
}

/// What an address was probably meant to be that is taken for a relative one, or nothing.
pub fn loose(href: &str) -> Option<Problem> {
    if problem(href).is_some() || scheme(href).is_some() || href.starts_with(['/', '.', '#', '?']) {
        return None;
    }
    let (first, more) = href
        .split_once(['/', '?', '#'])
        .map_or((href, false), |(first, _)| (first, true));
    if is_host(first, more) {
        return instead(
            "without `https://` this is an address within the page’s own folder",
            format!("https://{href}"),
        );
    }
    let empty = [
        "n/a", "na", "none", "-", "–", "—", "tbd", "todo", "?", "null", "unknown", "xxx", "link",
        "url",
    ];
    empty
        .contains(&href.to_lowercase().as_str())
        .then_some(())?;
    say(
        &format!("“{href}” is taken for an address within the page’s own folder"),
        "take the address out where there is none",
    )
}

/// Whether the first part of a relative address is the name of a host. `report.pdf` is a file.
fn is_host(first: &str, more: bool) -> bool {
    let labels: Vec<&str> = first.split('.').collect();
    let label =
        |label: &str| !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-');
    let Some((last, before)) = labels
        .split_last()
        .filter(|(_, before)| !before.is_empty() && labels.iter().copied().all(label))
    else {
        return false;
    };
    let last = last.to_ascii_lowercase();
    let common = "com org net info edu gov int eu de fr uk us ua ru ch at nl it es pl be se no dk fi cz jp cn br in au ca";
    before[0].eq_ignore_ascii_case("www")
        || common.split(' ').any(|name| name == last)
        || (more && last.len() > 1 && last.chars().all(char::is_alphabetic))
}

/// The scheme of an absolute address and what follows its colon.
pub fn scheme(href: &str) -> Option<(&str, &str)> {
    let (scheme, rest) = href.split_once(':')?;
    let letter = scheme.starts_with(|c: char| c.is_ascii_alphabetic());
    (letter
        && scheme
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c)))
    .then_some((scheme, rest))
}

#[cfg(test)]
mod tests;
