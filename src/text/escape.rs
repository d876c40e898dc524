//! The one escape for markup: pages, pictures and embed codes.

/// Text that stays text between tags and in double-quoted attributes, without the characters that
/// XML cannot write.
pub fn escape(text: &str) -> String {
    let mut markup = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => markup.push_str("&amp;"),
            '<' => markup.push_str("&lt;"),
            '>' => markup.push_str("&gt;"),
            '"' => markup.push_str("&quot;"),
            '\t' | '\n' | '\r' => markup.push(letter),
            '\u{FFFE}' | '\u{FFFF}' => {}
            _ if letter.is_control() => {}
            _ => markup.push(letter),
        }
    }
    markup
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn text_stays_text() {
        assert_eq!(
            escape("a <b> & \"c\"\u{1}\n"),
            "a &lt;b&gt; &amp; &quot;c&quot;\n"
        );
    }
}
