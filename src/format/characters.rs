//! Characters that no text of a story can have.

/// Whether a character cannot be shown, or turns around the order of those that follow.
pub fn hidden(character: char) -> bool {
    let control = character.is_control() && !matches!(character, '\n' | '\r' | '\t');
    control || matches!(character, '\u{202A}'..='\u{202E}')
}

/// A control character by its number, and by what it does.
pub fn control(character: char) -> String {
    let does = match character {
        '\0' => " (an empty byte)",
        '\u{B}' => " (a word processor’s line break)",
        '\u{C}' => " (a page break)",
        '\u{1B}' => " (for terminals)",
        '\u{202A}'..='\u{202E}' => " (it turns the direction of the text)",
        _ => "",
    };
    format!("U+{:04X}{does}", character as u32)
}
