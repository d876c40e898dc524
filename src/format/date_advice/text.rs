//! Texts as the readers of dates compare them.

/// Lower case, single spaces, dashes as `–`, all other hyphens and the minus sign as `-`.
pub fn tidy(text: &str) -> String {
    let plain = |character: char| match character {
        '\u{2010}' | '\u{2011}' | '\u{2212}' => '-',
        '\u{2012}' | '\u{2014}' | '\u{2015}' => '–',
        '’' | '‘' | 'ʼ' => '\'',
        space if space.is_whitespace() => ' ',
        other => other,
    };
    let text: String = text.to_lowercase().chars().map(plain).collect();
    text.split(' ')
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// What stands behind one of several beginnings.
pub fn behind<'t>(text: &'t str, starts: &[&str]) -> Option<&'t str> {
    starts
        .iter()
        .find_map(|start| text.strip_prefix(start))
        .map(str::trim_start)
}

/// What stands before one of several endings.
pub fn before<'t>(text: &'t str, ends: &[&str]) -> Option<&'t str> {
    ends.iter()
        .find_map(|end| text.strip_suffix(end))
        .map(str::trim_end)
}
