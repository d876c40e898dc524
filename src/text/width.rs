//! Estimated width of text in the interface's sans-serif face, without a browser, and wrapping by it. Knows no drawing.

/// Estimated advance width in px of `text` at a font size of `size` px: never less than what common system sans faces need.
pub fn width(text: &str, size: f64) -> f64 {
    text.chars().map(advance).sum::<f64>() * size
}

/// Advance of one character as a share of the font size, rounded up over Helvetica, Arial, Roboto, Segoe UI and DejaVu Sans.
fn advance(character: char) -> f64 {
    match character {
        'i' | 'j' | 'l' | '.' | ',' | '\'' | '’' | '|' | ':' | ';' | '!' => 0.32,
        ' ' | 'f' | 't' | 'r' | 'I' | '(' | ')' | '-' => 0.41,
        'm' | 'w' | 'M' | 'W' | '—' => 0.98,
        'A'..='Z' | '&' | '%' => 0.77,
        '\u{2E80}'.. => 1.05,
        _ => 0.63,
    }
}

/// Breaks `text` at spaces into lines of at most `room` px at `size` px; a longer word stands on a line of its own.
pub fn wrap(text: &str, size: f64, room: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if width(line, size) + width(" ", size) + width(word, size) <= room => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.into()),
        }
    }
    lines
}
