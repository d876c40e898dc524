//! Stories that are wrong: each folder of `tests/malformed` gets exactly the report of its `expected.txt`, all at once.
//! `UPDATE_EXPECT=1 cargo test` writes the reports anew; read the difference before you commit it.

use expect_test::expect_file;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What a case may consist of: anything else is checked by nobody.
const FILES: [&str; 4] = ["story.toml", "article.md", "source.txt", "expected.txt"];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/malformed")
}

fn names(dir: &Path) -> Vec<String> {
    let entries = fs::read_dir(dir).unwrap_or_else(|error| panic!("{}: {error}", dir.display()));
    let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// The report of the real program on one case, and its exit code.
fn report(case: &str) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_standpoint"));
    command.current_dir(root()).args(["check", case]);
    if root().join(case).join("source.txt").exists() {
        command.args(["--source", &format!("{case}/source.txt")]);
    }
    let output = command.output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{case}: nothing but the report");
    let text = String::from_utf8(output.stdout).unwrap();
    format!("{text}exit code {}\n", output.status.code().expect("an exit code"))
}

#[test]
fn each_malformed_story_gets_its_report() {
    for case in names(&root()) {
        expect_file![root().join(&case).join("expected.txt")].assert_eq(&report(&case));
    }
}

#[test]
fn there_are_enough_cases_and_no_file_that_nobody_checks() {
    let cases = names(&root());
    assert!(cases.len() >= 20, "{} cases", cases.len());
    for case in cases {
        let files = names(&root().join(&case));
        assert!(files.iter().any(|file| file == "expected.txt"), "{case} has no expected.txt");
        let strays: Vec<_> = files.iter().filter(|file| !FILES.contains(&file.as_str())).collect();
        assert!(strays.is_empty(), "{case}: nobody checks {strays:?}");
    }
}

/// Every code that the program can give stands in at least one report, so that no rule goes untested.
#[test]
fn every_rule_has_a_case() {
    let expected = |case: &String| fs::read_to_string(root().join(case).join("expected.txt")).unwrap_or_default();
    let reports: String = names(&root()).iter().map(expected).collect();
    let silent: Vec<_> = codes().into_iter().filter(|code| !reports.contains(&format!("[{code}]"))).collect();
    // Not to be seen from here: the one takes 65,536 entries, the other is a guard against a bug of ours.
    assert_eq!(silent, ["too-many", "unreadable-file"]);
}

/// `docs/checks.md` has a row for each code, and none that the program does not give.
#[test]
fn every_rule_stands_in_the_document() {
    let document = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/checks.md");
    let text = fs::read_to_string(document).unwrap();
    let heads = text.lines().filter(|line| line.starts_with("| `")).filter_map(|line| line.split('|').nth(1));
    let mut told: Vec<&str> = heads.flat_map(|head| head.split('`').skip(1).step_by(2)).collect();
    told.sort_unstable();
    assert_eq!(told, codes());
}

/// The codes in the source of what judges stories: its literals in kebab case.
fn codes() -> Vec<String> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let files =
        ["check", "story", "text"].iter().flat_map(|dir| sources(&src.join(dir))).chain([src.join("native/load.rs")]);
    let mut codes: Vec<String> = Vec::new();
    for file in files {
        let text = fs::read_to_string(file).unwrap();
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        codes.extend(code.split('"').filter(|literal| is_code(literal)).map(str::to_owned));
    }
    codes.sort();
    codes.dedup();
    codes
}

fn is_code(literal: &str) -> bool {
    let letters = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'8');
    literal.contains('-') && literal.split('-').all(letters) && !["a-name", "uri-reference"].contains(&literal)
}

fn sources(dir: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for name in names(dir) {
        let path = dir.join(name);
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
    found
}
