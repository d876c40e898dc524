//! Numbers as attributes: at most two decimals, without the standard library's float printing, which would cost the reader 5 KB.

/// A number of px.
pub fn px(value: f64) -> String {
    // Half up in hundredths: the same for every value that layout rounds.
    let hundredths = (value * 100.0 + if value < 0.0 { -0.5 } else { 0.5 }) as i32;
    let (whole, rest) = (hundredths.unsigned_abs() / 100, hundredths.unsigned_abs() % 100);
    let sign = if hundredths < 0 { "-" } else { "" };
    match (rest, rest % 10) {
        (0, _) => format!("{sign}{whole}"),
        (_, 0) => format!("{sign}{whole}.{}", rest / 10),
        _ => format!("{sign}{whole}.{}{}", rest / 10, rest % 10),
    }
}

/// A share of the width.
pub fn percent(value: f64) -> String {
    px(value) + "%"
}

#[cfg(test)]
mod tests {
    use super::{percent, px};

    #[test]
    fn numbers_have_at_most_two_decimals_and_no_trailing_zeros() {
        let all = [0.0, -0.001, 12.0, 33.33, 0.5, -7.25, 100.0, 1234.006, -0.05].map(px);
        assert_eq!(all.join(" "), "0 0 12 33.33 0.5 -7.25 100 1234.01 -0.05");
        assert_eq!(percent(99.9), "99.9%");
    }
}
