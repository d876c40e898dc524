//! The colours of `style/tokens.css`, in light and in dark.
//!
//! It reads as much CSS as that file uses: `var()`, `light-dark()` and `color-mix()` of two opaque
//! colours in sRGB. What a host or a reader may have set (`--standpoint-…`) is as in a page where
//! nobody has.

const TOKENS: &str = include_str!("../../style/tokens.css");

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Theme {
    #[default]
    Light,
    Dark,
}

/// The colour of a token, named without its dashes: `#1b4f8f`.
///
/// # Panics
///
/// When `tokens.css` has no such token, or its value is not understood here; a test reads all
/// tokens.
pub fn colour(token: &str, theme: Theme) -> String {
    meaning(value(token).expect("the token is in tokens.css"), theme)
}

fn value(token: &str) -> Option<&'static str> {
    let (_, rest) = TOKENS.split_once(&format!("--{token}:"))?;
    rest.split(';').next()
}

fn meaning(value: &str, theme: Theme) -> String {
    let value = value.trim();
    match value.split_once('(') {
        None => value.to_owned(),
        Some((function, inside)) => match (function, &arguments(inside)[..]) {
            ("light-dark", [light, dark]) => meaning([light, dark][theme as usize], theme),
            ("var", [name]) => colour(name.trim_start_matches("--"), theme),
            ("var", [_, unless]) => meaning(unless, theme),
            ("color-mix", ["in srgb", first, second]) => mix(first, second, theme),
            _ => panic!("tokens.css says {value}, which is not read here"),
        },
    }
}

/// The arguments of a function, from the text after its opening bracket.
fn arguments(inside: &str) -> Vec<&str> {
    let (mut parts, mut start, mut depth) = (Vec::new(), 0, 1);
    for (at, letter) in inside.char_indices() {
        depth += i32::from(letter == '(') - i32::from(letter == ')');
        if depth == 0 || (depth == 1 && letter == ',') {
            parts.push(inside[start..at].trim());
            start = at + 1;
        }
        if depth == 0 {
            break;
        }
    }
    parts
}

/// A mix of two colours; the first one has a percentage.
fn mix(first: &str, second: &str, theme: Theme) -> String {
    let (first, share) = first
        .rsplit_once(' ')
        .expect("the first colour has a share");
    let share: f64 = share
        .trim_end_matches('%')
        .parse()
        .expect("the share is in percent");
    let (first, second) = (
        channels(&meaning(first, theme)),
        channels(&meaning(second, theme)),
    );
    let mixed = [0, 1, 2].map(|at| (first[at] * share + second[at] * (100.0 - share)) / 100.0);
    let [red, green, blue] = mixed.map(|channel| channel.round() as u8);
    format!("#{red:02x}{green:02x}{blue:02x}")
}

fn channels(colour: &str) -> [f64; 3] {
    [1, 3, 5].map(|at| {
        f64::from(u8::from_str_radix(&colour[at..at + 2], 16).expect("colours are #rrggbb"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_those_of_the_page() {
        let check = |theme, tokens: [&str; 4]| tokens.map(|token| colour(token, theme));
        let tokens = ["accent", "ink", "surface", "accent-soft"];
        assert_eq!(
            check(Theme::Light, tokens),
            ["#1b4f8f", "#1b1a18", "#ffffff", "#e6ecf3"]
        );
        assert_eq!(
            check(Theme::Dark, tokens),
            ["#8dbcf5", "#eceef0", "#15171a", "#2b3541"]
        );
    }

    #[test]
    fn what_nobody_has_set_is_left_out() {
        let light = |value| meaning(value, Theme::Light);
        assert_eq!(
            light("light-dark(var(--mine, #123456), var(--yours, #654321))"),
            "#123456"
        );
        assert_eq!(light(" light-dark(var(--black), var(--white))"), "#1b1a18");
    }

    #[test]
    fn every_colour_can_be_read() {
        let sheet = crate::site::style::strip(TOKENS);
        let names = sheet
            .split(['{', '}', ';'])
            .filter_map(|declaration| declaration.strip_prefix("--")?.split_once(':'));
        let colours =
            names.filter(|(_, value)| value.contains('#') || value.contains("light-dark"));
        let read =
            colours.map(|(name, _)| [Theme::Light, Theme::Dark].map(|theme| colour(name, theme)));
        let read: Vec<_> = read.collect();
        assert!(read.len() > 20, "{read:?}");
        for colour in read.iter().flatten() {
            assert!(colour.len() == 7 && colour.starts_with('#'), "{colour}");
        }
    }
}
