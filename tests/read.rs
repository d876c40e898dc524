//! The stories of the repository as an editor proof-reads them: `standpoint check --read` prints
//! `tests/read/NAME.md`. `UPDATE_EXPECT=1 cargo test --test read` writes them anew; read every
//! sentence of the difference before you commit it.
#![cfg(not(target_arch = "wasm32"))]

mod support;

use expect_test::expect_file;
use std::path::Path;
use std::process::Output;

fn read(folder: &Path) -> Output {
    support::standpoint(folder)
        .args(["check", "--read"])
        .arg(folder)
        .output()
        .unwrap()
}

fn check(name: &str) {
    let output = read(&support::story_folder(name));
    assert_eq!(
        output.status.code(),
        Some(0),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    expect_file![support::root().join(format!("tests/read/{name}.md"))]
        .assert_eq(&String::from_utf8(output.stdout).unwrap());
}

#[test]
fn the_built_in_story_reads_as_its_golden() {
    check("security-guarantees");
}

#[test]
fn the_harbour_reads_as_its_golden() {
    check("harbour");
}

#[test]
fn a_story_with_errors_is_reported_and_not_read() {
    let case = support::root().join("tests/malformed/unknown-keys");
    let output = read(&case);
    let told = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(
        told.contains("error[unknown-key]") && !told.contains("## "),
        "{told}"
    );
}
