//! Writes `story.toml` entry by entry.

use std::fmt::Write;

/// The text of the file so far.
#[derive(Default)]
pub struct TomlWriter(String);

impl TomlWriter {
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
    pub fn optional(&mut self, key: &str, text: Option<&str>) -> &mut Self {
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

    pub fn finish(self) -> String {
        self.0
    }

    fn line(&mut self, line: std::fmt::Arguments) -> &mut Self {
        writeln!(self.0, "{line}").expect("writing to a String");
        self
    }
}

/// A basic string of TOML. White space of any kind becomes a space; control characters are left
/// out, because the format refuses them.
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
    use super::TomlWriter;

    #[test]
    fn texts_are_escaped_and_missing_values_left_out() {
        let mut toml = TomlWriter::default();
        toml.entry("actor")
            .text("name", "A \"b\" \\ c\nd")
            .optional("short", None)
            .list("also", &[]);
        assert_eq!(
            toml.finish(),
            "\n[[actor]]\nname = \"A \\\"b\\\" \\\\ c d\"\n"
        );
    }
}
