//! EDTF texts into what `edtf-core` makes of them, and years before our era with digits left out
//! (`-04XX`), which it refuses.

use edtf_core::{
    Date, Edtf, Interval, IntervalEndpoint, ParseError, Set, SetElement, SetKind, YearKind,
};

/// Reads an EDTF text. An interval of masked years before our era may run backwards here; whoever
/// bounds it says so.
pub fn parse(text: &str) -> Result<Edtf, ParseError> {
    if !masked_before_our_era(text) {
        return Edtf::parse(text);
    }
    let inside = |open, close| {
        text.strip_prefix(open)
            .and_then(|rest: &str| rest.strip_suffix(close))
    };
    if let Some(list) = inside('{', '}') {
        return set(SetKind::AllMembers, list);
    }
    if let Some(list) = inside('[', ']') {
        return set(SetKind::OneMember, list);
    }
    match text.split_once('/') {
        Some((start, end)) => Ok(Edtf::Interval(Interval {
            start: endpoint(start, true)?,
            end: endpoint(end, false)?,
        })),
        None => date(text).map(Edtf::Date),
    }
}

/// Whether a year of four places stands behind a sign, with an X among its digits.
fn masked_before_our_era(text: &str) -> bool {
    text.match_indices('-').any(|(at, _)| {
        let opens = text[..at]
            .bytes()
            .next_back()
            .is_none_or(|before| b"/[{,.~?%".contains(&before));
        let year: &[u8] = text.as_bytes().get(at + 1..at + 5).unwrap_or_default();
        let digits = year
            .iter()
            .all(|place| place.is_ascii_digit() || *place == b'X');
        opens && year.len() == 4 && digits && year.contains(&b'X')
    })
}

/// One date: the one of our era with the same digits, and its sign.
fn date(text: &str) -> Result<Date, ParseError> {
    let signed = text
        .strip_prefix(['~', '?', '%'])
        .unwrap_or(text)
        .starts_with('-')
        && masked_before_our_era(text);
    let of_our_era = if signed {
        text.replacen('-', "", 1)
    } else {
        text.to_owned()
    };
    match Edtf::parse(&of_our_era)? {
        Edtf::Date(mut date) => {
            if let (true, YearKind::Standard { negative, .. }) = (signed, &mut date.year.kind) {
                *negative = true;
            }
            Ok(date)
        }
        Edtf::DateTime(_) | Edtf::Interval(_) | Edtf::Set(_) => Err(ParseError {
            message: "this is more than one date",
            offset: 0,
        }),
    }
}

fn endpoint(text: &str, start: bool) -> Result<IntervalEndpoint, ParseError> {
    match text {
        "" => return Ok(IntervalEndpoint::Unknown),
        ".." => return Ok(IntervalEndpoint::Open),
        _ => {}
    }
    match (text.strip_prefix(".."), text.strip_suffix("..")) {
        (Some(of), _) if start => date(of).map(IntervalEndpoint::OnOrBefore),
        (_, Some(of)) if !start => date(of).map(IntervalEndpoint::OnOrAfter),
        _ => date(text).map(IntervalEndpoint::Date),
    }
}

fn set(kind: SetKind, list: &str) -> Result<Edtf, ParseError> {
    let elements = list
        .split(',')
        .map(element)
        .collect::<Result<Vec<_>, _>>()?;
    Ok(Edtf::Set(Set { kind, elements }))
}

fn element(text: &str) -> Result<SetElement, ParseError> {
    if !masked_before_our_era(text) {
        let whole = Edtf::parse(&format!("[{text}]"))?;
        let first = if let Edtf::Set(set) = whole {
            set.elements.into_iter().next()
        } else {
            None
        };
        return first.ok_or(ParseError {
            message: "set must contain at least one element",
            offset: 0,
        });
    }
    match (text.strip_prefix(".."), text.strip_suffix("..")) {
        (Some(of), _) => date(of).map(SetElement::OnOrBefore),
        (_, Some(of)) => date(of).map(SetElement::OnOrAfter),
        _ => date(text).map(SetElement::Date),
    }
}
