//! The URL at which a site will be published, from which absolute addresses are made.

use url::Url;

/// The address of the site's root; ends with `/`.
#[derive(Clone, Debug)]
pub struct Base(Url);

impl Base {
    /// Reads an absolute http(s) address of a folder.
    ///
    /// # Errors
    ///
    /// A sentence for the editor.
    pub fn parse(text: &str) -> Result<Self, String> {
        let wrong = |why: &str| format!("{text:?} is no address for a site: {why}");
        let mut url = Url::parse(text).map_err(|error| {
            wrong(&format!(
                "{error}; write it whole, as in https://example.org/explainers/"
            ))
        })?;
        if !matches!(url.scheme(), "http" | "https") {
            return Err(wrong("it must begin with https:// or http://"));
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(wrong("a public address holds no name and no password"));
        }
        if url.query().is_some() || url.fragment().is_some() {
            return Err(wrong("a folder has no ? and no # in its address"));
        }
        if let Ok(mut path) = url.path_segments_mut() {
            path.pop_if_empty().push("");
        }
        Ok(Self(url))
    }

    /// The folder of a page, from an address with or without the page's file name.
    ///
    /// # Errors
    ///
    /// A sentence for the editor.
    pub fn of_page(text: &str) -> Result<Self, String> {
        let Self(mut url) = Self::parse(text)?;
        let file = url
            .path_segments()
            .and_then(|mut path| path.rfind(|name| !name.is_empty()).map(str::to_owned));
        if file.is_some_and(|file| file.ends_with(".html"))
            && let Ok(mut path) = url.path_segments_mut()
        {
            path.pop().pop().push("");
        }
        Ok(Self(url))
    }

    /// The absolute address of a file, by its path from the site's root.
    pub fn join(&self, path: &str) -> String {
        let mut url = self.0.clone();
        if let Ok(mut segments) = url.path_segments_mut() {
            segments.pop_if_empty().extend(path.split('/'));
        }
        url.into()
    }

    /// `https://example.org/`.
    pub fn origin(&self) -> String {
        self.0.origin().ascii_serialization() + "/"
    }

    /// The host's name without `www.`.
    pub fn host(&self) -> &str {
        let host = self.0.host_str().unwrap_or_default();
        host.strip_prefix("www.").unwrap_or(host)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, path: &str, expected: &str) {
        assert_eq!(Base::parse(text).unwrap().join(path), expected);
    }

    #[test]
    fn files_are_joined_to_the_folder() {
        check(
            "https://example.org",
            "index.html",
            "https://example.org/index.html",
        );
        check(
            "https://example.org/a",
            "talks/index.html",
            "https://example.org/a/talks/index.html",
        );
        check(
            "https://example.org/our news/",
            "a b/#1.html",
            "https://example.org/our%20news/a%20b/%231.html",
        );
    }

    #[test]
    fn a_page_may_be_given_for_its_folder() {
        for text in [
            "https://e.org/a/talks",
            "https://e.org/a/talks/",
            "https://e.org/a/talks/index.html",
        ] {
            assert_eq!(
                Base::of_page(text).unwrap().join("embed.html"),
                "https://e.org/a/talks/embed.html",
                "{text}"
            );
        }
    }

    #[test]
    fn an_address_that_is_no_public_folder_is_refused() {
        for (text, part) in [
            ("example.org/news", "write it whole"),
            ("ftp://example.org", "must begin with https://"),
            ("https://me:secret@example.org/", "no password"),
            ("https://example.org/?a=b", "no ? and no #"),
        ] {
            let message = Base::parse(text).unwrap_err();
            assert!(message.contains(part), "{message}");
        }
    }
}
