//! The table as text: one line for each figure, by criterion.

use super::row::{Row, Verdict};

const HEAD: [&str; 5] = ["criterion", "figure", "ours", "target", ""];

pub fn print(rows: &[Row]) {
    print!("{}", text(rows));
}

fn text(rows: &[Row]) -> String {
    let cells: Vec<[String; 5]> = std::iter::once(HEAD.map(str::to_owned))
        .chain(rows.iter().map(cells))
        .collect();
    let widths = [0, 1, 2, 3].map(|column| {
        cells
            .iter()
            .map(|row| row[column].chars().count())
            .max()
            .unwrap_or(0)
    });
    let mut text = String::from("\n");
    for row in &cells {
        for (cell, width) in row.iter().zip(widths) {
            text.push_str(cell);
            text.extend(std::iter::repeat_n(' ', width + 2 - cell.chars().count()));
        }
        text.push_str(&row[4]);
        text.push('\n');
    }
    text + &totals(rows)
}

fn cells(row: &Row) -> [String; 5] {
    let verdict = match row.verdict {
        Verdict::Met => "met",
        Verdict::Missed => "NOT MET",
        Verdict::Unmeasured => "not measured",
    };
    [
        row.criterion.to_string(),
        row.name.clone(),
        row.ours.clone(),
        row.target.clone(),
        verdict.to_owned(),
    ]
}

fn totals(rows: &[Row]) -> String {
    let count = |verdict| rows.iter().filter(|row| row.verdict == verdict).count();
    let (met, missed) = (count(Verdict::Met), count(Verdict::Missed));
    format!(
        "\n{met} met, {missed} not met, {} not measured\n",
        rows.len() - met - missed
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::peers::row::{Limit, Unit};

    #[test]
    fn columns_are_aligned() {
        let rows = [
            Row::new(
                1,
                "first paint",
                Some(840.0),
                Limit::share_of(0.6, Some(("peer".to_owned(), 900.0))),
                Unit::Ms,
            ),
            Row::zero(3, "labels on labels", Some(0.0)),
        ];
        let expected = "
criterion  figure            ours    target                 
1          first paint       840 ms  ≤ 540 ms (0.6 × peer)  NOT MET
3          labels on labels  0       ≤ 0                    met

1 met, 1 not met, 0 not measured
";
        assert_eq!(text(&rows), expected);
    }
}
