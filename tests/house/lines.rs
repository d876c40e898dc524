//! Lines that are too long, read from the text of the files that people write code in.

/// The numbers of the lines with more columns than `max_columns`, without what string literals and
/// tables below `#[rustfmt::skip]` hold.
pub fn too_long(text: &str, max_columns: usize) -> Vec<usize> {
    let mut found = Vec::new();
    let (mut open, mut skipped) = (None, None);
    for (index, line) in text.lines().enumerate() {
        let indent = line.len() - line.trim_start().len();
        if line.trim() == "#[rustfmt::skip]" {
            skipped = Some(indent);
        }
        let columns = columns(line, &mut open);
        if columns > max_columns && skipped.is_none() {
            found.push(index + 1);
        }
        let closes = line.trim_end().ends_with([';', '}', ']']);
        if skipped == Some(indent) && closes && !line.trim().starts_with("#[") {
            skipped = None;
        }
    }
    found
}

/// How wide a line is without its string literals. `open` is what closes the literal that a line
/// begins or ends in.
fn columns(line: &str, open: &mut Option<String>) -> usize {
    let (mut rest, mut columns) = (line, 0);
    loop {
        if let Some(end) = open {
            let Some(length) = closed(rest, end) else {
                return columns;
            };
            rest = &rest[length..];
            *open = None;
        }
        let Some(first) = rest.chars().next() else {
            return columns;
        };
        if rest.starts_with("//") {
            return columns + rest.chars().count();
        }
        let literal = character(rest).unwrap_or(first.len_utf8());
        let hashes = rest.len() - rest.trim_start_matches('#').len();
        let raw = rest[hashes..].starts_with('"') && line[..line.len() - rest.len()].ends_with('r');
        let start = match first {
            '"' | '`' => Some(first.to_string()),
            '#' if raw => Some(format!("\"{}", "#".repeat(hashes))),
            _ => None,
        };
        let length = start.as_ref().map_or(literal, String::len);
        columns += rest[..length].chars().count();
        rest = &rest[length..];
        *open = start;
    }
}

/// The length of a character literal, such as `'"'`.
fn character(rest: &str) -> Option<usize> {
    let inside = rest.strip_prefix('\'')?;
    let escaped = inside.starts_with('\\');
    let length = inside.chars().nth(usize::from(escaped))?.len_utf8() + usize::from(escaped);
    inside[length..].starts_with('\'').then_some(length + 2)
}

/// The length of the rest of a literal with the sign that closes it.
fn closed(rest: &str, end: &str) -> Option<usize> {
    let mut escaped = false;
    for (start, letter) in rest.char_indices() {
        if !escaped && rest[start..].starts_with(end) {
            return Some(start + end.len());
        }
        escaped = letter == '\\' && !escaped && end.len() == 1;
    }
    None
}
