//! Which addresses a link may have: http(s) or relative. Knows no story.

/// What is wrong with an address and what to do, or nothing. Strict, because browsers read addresses loosely:
/// they drop tabs and line breaks and take a backslash for a slash, so that `java\nscript:` would run.
pub fn problem(href: &str) -> Option<(String, String)> {
    let say = |message: &str, hint: &str| Some((message.to_owned(), hint.to_owned()));
    if href.is_empty() {
        return say("the link leads nowhere", "write where it leads: `https://…`, or a relative address");
    }
    if href.chars().any(|c| c.is_whitespace() || c.is_control() || c == '\\') {
        return say(
            "the link contains white space, a control character or a backslash",
            "write a space as `%20` and slashes as `/`",
        );
    }
    if href.starts_with("//") {
        return say("the link names a host without `https:`", "write `https:` in front of it");
    }
    let Some((scheme, rest)) = scheme(href) else {
        let first = href.split(['/', '?', '#']).next().unwrap_or_default();
        let hint = "write `%3A` for a colon in the first part of a relative address";
        return if first.contains(':') { say("the link starts with something that is no address", hint) } else { None };
    };
    match scheme.to_ascii_lowercase().as_str() {
        "http" | "https" if rest.strip_prefix("//").is_some_and(|host| !host.is_empty() && !host.starts_with('/')) => {
            None
        }
        "http" | "https" => say("the link has no host", "write it in full: `https://example.org/page`"),
        scheme => say(
            &format!("a link cannot start with `{scheme}:`"),
            "use an address that starts with `https://` or `http://`, or a relative one",
        ),
    }
}

/// The scheme of an absolute address and what follows its colon.
pub fn scheme(href: &str) -> Option<(&str, &str)> {
    let (scheme, rest) = href.split_once(':')?;
    let letter = scheme.starts_with(|c: char| c.is_ascii_alphabetic());
    (letter && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))).then_some((scheme, rest))
}

#[cfg(test)]
mod tests {
    use super::problem;

    fn check(sound: bool, links: &[&str]) {
        for link in links {
            assert_eq!(problem(link).is_none(), sound, "{link:?}: {:?}", problem(link));
        }
    }

    #[test]
    fn http_and_relative_addresses_are_sound() {
        check(
            true,
            &[
                "https://example.org",
                "http://example.org/a?b=c#d",
                "HTTPS://example.org/",
                "a.html",
                "../a/b",
                "/a",
                "#part",
            ],
        );
        check(true, &["?page=2", "a/b:c", "#actor:russia", "a?b=javascript:c"]);
    }

    #[test]
    fn other_schemes_are_not() {
        check(
            false,
            &[
                "javascript:alert(1)",
                "JavaScript:alert(1)",
                "data:text/html,x",
                "vbscript:x",
                "file:///etc",
                "mailto:a@b.c",
            ],
        );
        check(false, &["blob:x", "about:blank", "view-source:https://example.org", "x-y+z.1:a"]);
    }

    #[test]
    fn what_browsers_read_in_another_way_is_not() {
        check(
            false,
            &[
                "java\nscript:alert(1)",
                " javascript:alert(1)",
                "\tjavascript:x",
                "\u{1}javascript:x",
                "java%0Ascript:x",
            ],
        );
        check(
            false,
            &[
                "//example.org",
                "\\\\example.org",
                "/\\example.org",
                "https:example.org",
                "https:///example.org",
                "https://",
                "",
            ],
        );
        check(false, &["a b.html", "https://exa mple.org", "jav\u{a0}ascript:x"]);
    }
}
