//! What an editor may have meant: the nearest of the known words.

/// Longer words are no slip of a word that is known.
const LONGEST: usize = 80;

/// “did you mean `x`?”, or all known words when none is near.
pub(crate) fn hint(word: &str, known: &[&str], list: &str) -> String {
    match nearest(word, known) {
        Some(near) => did_you_mean(near),
        None if known.is_empty() => "there is none yet: add one first".into(),
        None => format!("{list} {}", words(known)),
    }
}

pub(super) fn did_you_mean(near: &str) -> String {
    format!("did you mean `{near}`?")
}

/// The known word that differs least, when it does not differ too much to be meant.
pub(super) fn nearest<'k>(word: &str, known: &[&'k str]) -> Option<&'k str> {
    if word.len() > LONGEST {
        return None;
    }
    let word = word.to_lowercase();
    let room = (word.chars().count() / 3).clamp(1, 4);
    // In a long list a slip in the first letter is not looked for: that would take too long.
    let short = known.len() < 1_000;
    let alike = known
        .iter()
        .filter(|known| short || known.chars().next() == word.chars().next());
    let near = alike.filter_map(|known| Some((distance(&word, known, room)?, *known)));
    near.min().map(|(_, known)| known)
}

/// How many letters differ, when not more than `room`. The start of a longer word is as near as can
/// be.
fn distance(word: &str, known: &str, room: usize) -> Option<usize> {
    if known.starts_with(word) && word.len() > 2 {
        return Some(1);
    }
    let close = word.len().abs_diff(known.len()) <= room * 4;
    close
        .then(|| strsim::osa_distance(word, known))
        .filter(|distance| *distance <= room)
}

/// At most a dozen words, in backticks.
pub(super) fn words(known: &[&str]) -> String {
    let shown: Vec<String> = known
        .iter()
        .take(12)
        .map(|word| format!("`{word}`"))
        .collect();
    let more = if known.len() > 12 { ", …" } else { "" };
    format!("{}{more}", shown.join(", "))
}

/// The start of a text for a message, which is no place to read it in.
pub(super) fn cut(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.into(),
    }
}
