//! English dates joined: several in a list, or from one to another, where what they share is said
//! once.

/// The words of doubt that a date can begin with.
const DOUBTS: [&str; 3] = ["perhaps about ", "perhaps ", "about "];

/// "3–6 September 2025", "447–432 BCE", "about 1984–2004"; "from about 1700 to 1842" where only one
/// is in doubt.
pub fn join(start: &str, end: &str) -> String {
    if start == end {
        return start.to_owned();
    }
    let doubt = DOUBTS
        .into_iter()
        .find(|doubt| start.starts_with(doubt) && end.starts_with(doubt))
        .unwrap_or_default();
    let (from, to) = (&start[doubt.len()..], &end[doubt.len()..]);
    if !(plain(from) && plain(to) && grain(from) == grain(to)) {
        return from_to(start, end);
    }
    let day = shared_day(from, to);
    let (from, to, after) = shared_end(&from[day..], &to[day..]);
    let dash = match after {
        _ if after.ends_with(" ago") => " to ",
        _ if from.contains(' ') || to.contains(' ') => " – ",
        _ => "–",
    };
    format!(
        "{doubt}{}{from}{dash}{to}{after}",
        &start[doubt.len()..doubt.len() + day]
    )
}

/// "from spring to autumn 2001".
pub fn from_to(start: &str, end: &str) -> String {
    let (from, to, after) = shared_end(start, end);
    format!("from {from} to {to}{after}")
}

/// A date of one piece, such as a dash can stand between: "3 September 2025", "447 BCE".
fn plain(words: &str) -> bool {
    let starts =
        words.starts_with(|first: char| first.is_ascii_digit() || first.is_ascii_uppercase());
    let several = ["–", " or ", " and ", " to ", "(", "some "];
    starts
        && !several.iter().any(|word| words.contains(word))
        && (words.contains(':') || !words.contains(", "))
}

/// How many words a date has, without its era and its zone, and whether it has a time of day.
fn grain(words: &str) -> (usize, bool) {
    let beside = |word: &&str| !["BCE", "CE"].contains(word) && !word.starts_with("UTC");
    (words.split(' ').filter(beside).count(), words.contains(':'))
}

/// How much of the beginning is the day that two times of day share.
fn shared_day(start: &str, end: &str) -> usize {
    match start.split_once(", ") {
        Some((day, _)) if end.starts_with(&start[..day.len() + 2]) => day.len() + 2,
        _ => 0,
    }
}

/// What is different in both, and the words behind it that they share. Of times of day that is no
/// more than the zone.
fn shared_end<'a>(start: &'a str, end: &'a str) -> (&'a str, &'a str, &'a str) {
    let mut shared = 0;
    for (at, _) in start.rmatch_indices(' ') {
        let tail = &start[at..];
        let fits = end.ends_with(tail) && end.len() > tail.len() && at > 0;
        if !fits || tail.contains(':') || (start.contains(':') && !tail.contains("UTC")) {
            break;
        }
        shared = tail.len();
    }
    (
        &start[..start.len() - shared],
        &end[..end.len() - shared],
        &start[start.len() - shared..],
    )
}

/// "1667, 1668 or 1670".
pub fn listed(all: &[String], last: &str) -> String {
    match all.split_last() {
        Some((one, [])) => one.clone(),
        Some((end, others)) => format!("{} {last} {end}", others.join(", ")),
        None => String::new(),
    }
}
