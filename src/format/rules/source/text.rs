//! The text that a story explains: what can be read as one, its paragraphs, and how words are found
//! in them however they are typed. Quotation marks, dashes, white space, Unicode forms and the
//! text's own emphasis marks make no difference; letters and their case do.

use crate::format::markup;
use icu_normalizer::ComposingNormalizerBorrowed;

/// Longest line, in characters, of a file whose lines are broken at a width.
const WIDEST: usize = 120;

/// Why words cannot be looked for in a text, as the end of a sentence, with what to do; `None`
/// where they can.
pub fn objection(text: &str) -> Option<&'static str> {
    if text.contains('\0') {
        return Some("is no text: save its text alone, as plain text with the encoding UTF-8");
    }
    let html = "is HTML, whose tags stand between the words: copy the text from the page as readers see it, and save that";
    markup::is_html(text).then_some(html)
}

/// A source text.
#[derive(Debug)]
pub struct Source {
    pub paragraphs: Vec<Paragraph>,
    /// Its lines are broken at a width, so that paragraphs are what stands between blank lines.
    pub wrapped: bool,
}

/// A paragraph of a source.
#[derive(Debug)]
pub struct Paragraph {
    /// On one line.
    pub text: String,
    /// The same, to be searched; a second time without the hyphens at ends of lines, where there
    /// are any.
    forms: Vec<String>,
}

impl Source {
    /// Finds the paragraphs of a text: its non-blank lines, or the blocks between blank lines where
    /// lines are broken at a width.
    pub fn read(text: &str) -> Self {
        let lines: Vec<&str> = text.lines().map(str::trim).collect();
        let wrapped = wrapped(&lines);
        let blocks = lines
            .split(|line| line.is_empty())
            .filter(|block| !block.is_empty());
        let paragraphs = match wrapped {
            true => blocks.map(Paragraph::of).collect(),
            false => blocks
                .flatten()
                .map(|line| Paragraph::of(&[line]))
                .collect(),
        };
        Self {
            paragraphs,
            wrapped,
        }
    }

    /// The numbers of the paragraphs in which a quotation stands, from 1. `[…]` in it stands for
    /// words left out.
    pub fn places(&self, quote: &str) -> Vec<usize> {
        let pieces = pieces(quote);
        let stands =
            |paragraph: &Paragraph| paragraph.forms.iter().any(|form| in_order(&pieces, form));
        (1..=self.paragraphs.len())
            .filter(|number| stands(&self.paragraphs[number - 1]))
            .collect()
    }

    /// Whether a quotation stands in the source across the ends of paragraphs.
    pub fn runs_on(&self, quote: &str) -> bool {
        let forms: Vec<&str> = self
            .paragraphs
            .iter()
            .map(|paragraph| paragraph.forms[0].as_str())
            .collect();
        in_order(&pieces(quote), &forms.join(" "))
    }
}

impl Paragraph {
    fn of(lines: &[&str]) -> Self {
        let text = lines.join(" ");
        let joined = unhyphenated(lines);
        let forms = std::iter::once(normal(&text)).chain(joined.map(|joined| normal(&joined)));
        Self {
            forms: forms.collect(),
            text,
        }
    }
}

/// The lines as one, with words that were divided at their ends put together; `None` where there is
/// no such word.
fn unhyphenated(lines: &[&str]) -> Option<String> {
    let divided = |line: &str, next: &str| {
        line.ends_with(['-', '‐', '\u{AD}'])
            && next.starts_with(char::is_lowercase)
            && line.chars().count() > 1
    };
    let any = lines.windows(2).any(|pair| divided(pair[0], pair[1]));
    any.then(|| {
        let mut out = String::new();
        for (index, line) in lines.iter().enumerate() {
            match lines.get(index + 1) {
                Some(next) if divided(line, next) => {
                    out += line.trim_end_matches(['-', '‐', '\u{AD}'])
                }
                _ => out = out + line + " ",
            }
        }
        out
    })
}

/// Whether lines are broken at a width: nearly everywhere the next line's first word had hardly any
/// room on the line before, and most lines end within a sentence.
fn wrapped(lines: &[&str]) -> bool {
    let length = |text: &str| text.chars().count();
    let widest = lines
        .iter()
        .map(|line| length(line))
        .max()
        .unwrap_or_default();
    let (mut pairs, mut full, mut within) = (0, 0, 0);
    for pair in lines
        .windows(2)
        .filter(|pair| !pair[0].is_empty() && !pair[1].is_empty())
    {
        let word = pair[1].split_whitespace().next().unwrap_or_default();
        pairs += 1;
        full += usize::from((length(pair[0]) + 1 + length(word)) * 5 > widest * 4);
        within += usize::from(!pair[0].ends_with(['.', '!', '?', ':', '”', '"', '»', '’', '…']));
    }
    pairs > 0 && widest <= WIDEST && full * 5 >= pairs * 4 && within * 2 > pairs
}

/// Text with one kind of quotation mark, plain hyphens and single spaces, in one Unicode form and
/// without emphasis marks. Quotation marks are single inside of others and double by themselves, so
/// that the two are one here.
pub fn normal(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in ComposingNormalizerBorrowed::new_nfc()
        .normalize(text)
        .chars()
    {
        match character {
            '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '‘' | '’' | '‚' | '‛' | '‹' | '›' | '`'
            | '´' | '′' | 'ʼ' => out.push('\''),
            '‐'..='―' | '−' => out.push('-'),
            '…' => out.push_str("..."),
            'ﬀ'..='ﬆ' => {
                out += &ComposingNormalizerBorrowed::new_nfkc()
                    .normalize(character.encode_utf8(&mut [0; 4]))
            }
            '*'
            | '_'
            | '\u{AD}'
            | '\u{200B}'..='\u{200F}'
            | '\u{2060}'
            | '\u{2066}'..='\u{2069}'
            | '\u{FEFF}' => {}
            space if space.is_whitespace() => out.push(' '),
            other => out.push(other),
        }
    }
    out.split(' ')
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// The words of a quotation: where it is cut off, a full stop or comma may be ours.
pub fn words(quote: &str) -> String {
    bare(&normal(quote)).into()
}

fn bare(words: &str) -> &str {
    words.trim().trim_end_matches(['.', ',', ';', ':']).trim()
}

/// What a quotation has between its omissions.
fn pieces(quote: &str) -> Vec<String> {
    let normal = normal(quote);
    let pieces = normal.split("[...]").map(|piece| bare(piece).to_owned());
    pieces.filter(|piece| !piece.is_empty()).collect()
}

/// Whether all pieces stand in a text, each behind the one before.
fn in_order(pieces: &[String], text: &str) -> bool {
    let mut from = 0;
    !pieces.is_empty()
        && pieces.iter().all(|piece| {
            let end = find(piece, text, from);
            from = end.unwrap_or(from);
            end.is_some()
        })
}

/// Where the words end that stand in a text from an offset on, and not as parts of longer words.
fn find(wanted: &str, text: &str, mut from: usize) -> Option<usize> {
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let (first, last) = (
        letter(wanted.chars().next()),
        letter(wanted.chars().next_back()),
    );
    while let Some(start) = text[from..].find(wanted).map(|at| from + at) {
        let end = start + wanted.len();
        let cut = (first && letter(text[..start].chars().next_back()))
            || (last && letter(text[end..].chars().next()));
        if !cut {
            return Some(end);
        }
        // They can begin again no sooner than behind the word that they were found in.
        let word = text[start..]
            .find(|c: char| !c.is_alphanumeric())
            .unwrap_or(text.len() - start);
        let step = if first { word } else { 0 };
        from = start + step.max(text[start..].chars().next().map_or(1, char::len_utf8));
    }
    None
}

#[cfg(test)]
mod tests;
