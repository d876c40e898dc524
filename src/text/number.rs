//! Numbers as attributes: at most one decimal, without the standard library's float printing, which
//! would cost the reader 5 KB.

/// A number of px.
pub fn px(value: f64) -> String {
    // Half up in tenths, to which layout rounds what it places.
    let tenths = (value * 10.0 + if value < 0.0 { -0.5 } else { 0.5 }) as i32;
    let (whole, rest) = (tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10);
    let sign = if tenths < 0 { "-" } else { "" };
    if rest == 0 {
        format!("{sign}{whole}")
    } else {
        format!("{sign}{whole}.{rest}")
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
    fn numbers_have_at_most_one_decimal_and_no_trailing_zero() {
        let all = [0.0, -0.01, 12.0, 33.33, 0.5, -7.25, 100.0, 1234.06, -0.05].map(px);
        assert_eq!(all.join(" "), "0 0 12 33.3 0.5 -7.3 100 1234.1 -0.1");
        assert_eq!(percent(99.9), "99.9%");
    }
}
