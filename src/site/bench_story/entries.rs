//! Writes `story.toml` entry by entry. Knows how TOML is written, not what a story means.

use std::fmt::Write;

/// A file that grows.
#[derive(Default)]
pub struct Entries(String);

impl Entries {
    /// Begins an entry of a list: `[[actor]]`.
    pub fn entry(&mut self, kind: &str) -> &mut Self {
        self.line(format_args!("\n[[{kind}]]"))
    }

    /// Begins a table of its own: `[source]`.
    pub fn table(&mut self, name: &str) -> &mut Self {
        self.line(format_args!("\n[{name}]"))
    }

    pub fn number(&mut self, key: &str, number: u32) -> &mut Self {
        self.line(format_args!("{key} = {number}"))
    }

    pub fn text(&mut self, key: &str, text: &str) -> &mut Self {
        self.line(format_args!("{key} = {}", quoted(text)))
    }

    /// Leaves the key out where there is no text.
    pub fn maybe(&mut self, key: &str, text: Option<&str>) -> &mut Self {
        match text {
            Some(text) => self.text(key, text),
            None => self,
        }
    }

    /// Leaves the key out where the list is empty.
    pub fn list(&mut self, key: &str, texts: &[String]) -> &mut Self {
        if texts.is_empty() {
            return self;
        }
        let texts: Vec<String> = texts.iter().map(|text| quoted(text)).collect();
        self.line(format_args!("{key} = [{}]", texts.join(", ")))
    }

    pub fn written(self) -> String {
        self.0
    }

    fn line(&mut self, line: std::fmt::Arguments) -> &mut Self {
        writeln!(self.0, "{line}").expect("text takes text");
        self
    }
}

/// A basic string of TOML. White space of any kind becomes a space, and what cannot be shown is
/// left out: the format refuses it.
fn quoted(text: &str) -> String {
    let spaced = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let shown = spaced.chars().filter(|character| !character.is_control());
    let escaped: String = shown
        .flat_map(|character| match character {
            '"' | '\\' => vec!['\\', character],
            other => vec![other],
        })
        .collect();
    format!("\"{escaped}\"")
}

#[cfg(test)]
mod tests {
    use super::Entries;

    #[test]
    fn texts_are_escaped_and_what_is_not_there_is_left_out() {
        let mut entries = Entries::default();
        entries
            .entry("actor")
            .text("name", "A \"b\" \\ c\nd")
            .maybe("short", None)
            .list("also", &[]);
        assert_eq!(
            entries.written(),
            "\n[[actor]]\nname = \"A \\\"b\\\" \\\\ c d\"\n"
        );
    }
}
