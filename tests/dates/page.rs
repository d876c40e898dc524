//! The examples of the standard's own page (loc.gov/standards/datetime): what each says of time,
//! and in which words. `UPDATE_EXPECT=1 cargo test` writes the table anew; read it beside the
//! explanations.

use crate::forms::extent;
use crate::when;
use expect_test::expect_file;

const EXAMPLES: &str = include_str!("../edtf-examples.txt");

#[test]
fn the_words_say_what_the_page_explains() {
    let row = |line: &str| {
        let (edtf, explanation) = line.split_once('\t').unwrap();
        let when = when(edtf).unwrap();
        let (about, perhaps) = (when.approximate(), when.uncertain());
        let doubts = [(about, ", about"), (perhaps, ", perhaps")]
            .map(|(is, words)| if is { words } else { "" });
        format!(
            "{edtf}\n  page   {explanation}\n  words  {}\n  time   {}{}\n\n",
            when.words(),
            extent(when.extent()),
            doubts.concat()
        )
    };
    assert_eq!(EXAMPLES.lines().count(), 64);
    let table: String = EXAMPLES.lines().map(row).collect();
    expect_file!["../edtf-examples.golden.txt"].assert_eq(&table);
}
