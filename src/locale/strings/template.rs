//! Sentences with places for values, and their plural forms.

/// Puts values into the `{name}` places of a template, which are those of the template: a value is
/// text, whatever it looks like.
pub fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::new();
    for (text, name) in places(template) {
        filled.push_str(text);
        let value = values
            .iter()
            .find(|(of, _)| Some(*of) == name)
            .map(|(_, value)| *value);
        filled.push_str(value.unwrap_or_default());
    }
    filled
}

/// A template in pieces: words, and the name of the place behind them.
pub fn places(template: &str) -> impl Iterator<Item = (&str, Option<&str>)> {
    let mut rest = Some(template);
    std::iter::from_fn(move || {
        let text = rest.take()?;
        let Some((before, name, behind)) = place(text) else {
            return Some((text, None));
        };
        rest = Some(behind);
        Some((before, Some(name)))
    })
}

/// The first place: the words before it, its name, and the words behind it.
fn place(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once('{')?;
    let (name, behind) = rest.split_once('}')?;
    Some((before, name, behind))
}

/// A sentence with a count in it: its forms in one language, and which of them a count takes.
#[derive(Clone, Copy, Debug)]
pub struct Plural {
    pub forms: &'static [&'static str],
    /// The index of the form for a count.
    pub form: fn(usize) -> usize,
}

impl Plural {
    /// The form that fits a count.
    pub fn of(self, count: usize) -> &'static str {
        self.forms[(self.form)(count)]
    }
}

/// The form of a sentence that fits `count`, with it filled in.
pub fn counted(sentence: Plural, count: usize) -> String {
    fill(sentence.of(count), &[("count", &count.to_string())])
}

#[cfg(test)]
mod tests {
    use super::fill;

    #[test]
    fn what_was_filled_in_is_never_filled_again() {
        let where_in = fill(
            "Where in {source}: {passage}",
            &[
                ("source", "the {passage} file"),
                ("passage", "The {source} again"),
            ],
        );
        assert_eq!(where_in, "Where in the {passage} file: The {source} again");
        assert_eq!(fill("{count} of {count}", &[("count", "3")]), "3 of 3");
        assert_eq!(fill("a { b", &[]), "a { b");
    }
}
