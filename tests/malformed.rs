//! Stories that are wrong: each folder of `tests/malformed` gets exactly the report of its
//! `expected.txt`, all at once. `UPDATE_EXPECT=1 cargo test` writes the reports anew; read the
//! difference before you commit it.

mod support;

use expect_test::expect_file;
use std::fs;
use std::path::{Path, PathBuf};
use support::{standpoint, temporary_folder};

/// What a case may consist of: anything else is checked by nobody.
const FILES: [&str; 7] = [
    "story.toml",
    "article.md",
    "source.txt",
    "expected.txt",
    "story.toml.txt",
    "article.md.txt",
    "story.csv",
];

fn root() -> PathBuf {
    support::root().join("tests/malformed")
}

fn names(dir: &Path) -> Vec<String> {
    let entries = fs::read_dir(dir).unwrap_or_else(|error| panic!("{}: {error}", dir.display()));
    let mut names: Vec<_> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

/// The report of the real program on one case, and its exit code.
fn report(case: &str) -> String {
    let mut command = standpoint(&root());
    command.args(["check", case]);
    if root().join(case).join("source.txt").exists() {
        command.args(["--source", &format!("{case}/source.txt")]);
    }
    let output = command.output().unwrap();
    assert_eq!(
        String::from_utf8_lossy(&output.stderr),
        "",
        "{case}: nothing but the report"
    );
    let text = String::from_utf8(output.stdout).unwrap();
    format!(
        "{text}exit code {}\n",
        output.status.code().expect("an exit code")
    )
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
        assert!(
            files.iter().any(|file| file == "expected.txt"),
            "{case} has no expected.txt"
        );
        let strays: Vec<_> = files
            .iter()
            .filter(|file| !FILES.contains(&file.as_str()))
            .collect();
        assert!(strays.is_empty(), "{case}: nobody checks {strays:?}");
    }
}

/// A story of this many lines that are none, and the article of another case.
fn flooded(lines: usize, arguments: &[&str]) -> String {
    let dir = temporary_folder(&[]);
    let base = root().join("curly-quotes-throughout");
    fs::copy(base.join("article.md"), dir.path().join("article.md")).unwrap();
    fs::write(
        dir.path().join("story.toml"),
        "format = 1\n".to_owned() + &"x y z\n".repeat(lines),
    )
    .unwrap();
    let output = standpoint(&root())
        .arg("check")
        .args(arguments)
        .arg(dir.path())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn of_a_flood_a_hundred_are_listed_and_the_rest_is_counted() {
    let report = flooded(30_000, &[]);
    assert_eq!(report.matches("error[").count(), 100);
    assert!(
        report.contains("\nand 29,900 more: "),
        "{}",
        &report[report.len() - 300..]
    );
    assert!(
        report.ends_with(": 30,000 errors\n"),
        "{}",
        &report[report.len() - 300..]
    );
    let list: Vec<serde_json::Value> =
        serde_json::from_str(&flooded(30_000, &["--format", "json"])).unwrap();
    assert_eq!(
        (list.len(), list[100]["code"].as_str()),
        (101, Some("more-findings"))
    );
    assert_eq!(
        list[100]["message"],
        "29,900 further findings are not listed"
    );
    assert!(!flooded(100, &[]).contains(" more"));
}

/// What a source is that no words can be proved in.
#[test]
fn a_source_that_is_no_text_is_refused_with_the_reason() {
    let dir = temporary_folder(&[]);
    let path = dir.path().join("source");
    for (bytes, reason) in [
        (
            &b"The caf\xE9 is open."[..],
            "it is not in UTF-8, but seems to be in Windows-1252 (Latin-1), as with “é” here",
        ),
        (
            b"PK\x03\x04 ",
            "it is a word processor’s document or another packed file (ZIP)",
        ),
        (b"%PDF-1.7", "it is a PDF"),
        (b"{\\rtf1 x}", "it is a word processor’s document (RTF)"),
        (
            b"\xFF\xFEa\0b\0",
            "it is in UTF-16, which Windows calls “Unicode”",
        ),
    ] {
        fs::write(&path, bytes).unwrap();
        let mut command = standpoint(&root());
        let output = command
            .current_dir(root())
            .args(["check", "unused", "--source"])
            .arg(&path)
            .output()
            .unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(
            (output.status.code(), output.stdout.as_slice()),
            (Some(2), &b""[..]),
            "{reason}"
        );
        assert!(
            said.contains(&format!(
                ": {reason}: save its text alone, as plain text with the encoding UTF-8"
            )),
            "{said}"
        );
    }
}

/// Whoever names a file of a story means the story.
#[test]
fn a_file_of_a_story_stands_for_its_folder() {
    for name in [
        "unused",
        "unused/",
        "unused/story.toml",
        "unused/article.md",
    ] {
        let mut command = standpoint(&root());
        let output = command
            .current_dir(root())
            .args(["check", name])
            .output()
            .unwrap();
        assert_eq!(
            output.status.code(),
            Some(0),
            "{name}: {}",
            String::from_utf8_lossy(&output.stderr)
        );
    }
    let mut command = standpoint(&root());
    let output = command
        .current_dir(root())
        .args(["check", "unused/expected.txt"])
        .output()
        .unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    let expected = "standpoint: unused/expected.txt is a file: name the folder that holds story.toml and article.md\n";
    assert_eq!((output.status.code(), said.as_str()), (Some(2), expected));
}

/// What tools apply: each replacement of a case, from the last to the first, mends what it was
/// given for.
#[test]
fn replacements_mend() {
    for case in [
        "curly-quotes",
        "curly-quotes-throughout",
        "quotes-in-texts",
        "other-words",
        "headings",
        "no-format",
        "language-names",
    ] {
        let dir = temporary_folder(&[]);
        for name in ["story.toml", "article.md"] {
            fs::copy(root().join(case).join(name), dir.path().join(name)).unwrap();
        }
        let before = records(dir.path());
        let mut changes: Vec<_> = before
            .iter()
            .filter(|found| found["replacement"].is_object())
            .collect();
        assert!(!changes.is_empty(), "{case}");
        changes.sort_by_key(|found| std::cmp::Reverse(found["replacement"]["start"].as_u64()));
        for found in &changes {
            let path = found["file"].as_str().unwrap();
            let mut text = fs::read_to_string(path).unwrap();
            let at = |end: &str| found["replacement"][end].as_u64().unwrap() as usize;
            text.replace_range(
                at("start")..at("end"),
                found["replacement"]["text"].as_str().unwrap(),
            );
            fs::write(path, text).unwrap();
        }
        let after = records(dir.path());
        assert_eq!(
            after.len(),
            before.len() - changes.len(),
            "{case}: {after:#?}"
        );
    }
}

/// The findings about a folder, as tools get them.
fn records(dir: &Path) -> Vec<serde_json::Value> {
    let mut command = standpoint(&root());
    let output = command
        .args(["check", "--format", "json"])
        .arg(dir)
        .output()
        .unwrap();
    serde_json::from_slice(&output.stdout).unwrap()
}

/// Every code that the program can give stands in at least one report, so that no rule goes
/// untested.
#[test]
fn every_rule_has_a_case() {
    let expected = |case: &String| {
        fs::read_to_string(root().join(case).join("expected.txt")).unwrap_or_default()
    };
    let reports: String = names(&root()).iter().map(expected).collect();
    let silent: Vec<_> = codes()
        .into_iter()
        .filter(|code| !reports.contains(&format!("[{code}]")))
        .collect();
    // Not to be seen from here: the one takes 65,536 entries, the other is a guard against a bug of
    // ours.
    assert_eq!(silent, ["too-many", "unreadable-file"]);
}

/// `docs/checks.md` has a row for each code, and none that the program does not give.
#[test]
fn every_rule_stands_in_the_document() {
    let document = support::root().join("docs/checks.md");
    let text = fs::read_to_string(document).unwrap();
    let heads = text
        .lines()
        .filter(|line| line.starts_with("| `"))
        .filter_map(|line| line.split('|').nth(1));
    let mut told: Vec<&str> = heads
        .flat_map(|head| head.split('`').skip(1).step_by(2))
        .collect();
    told.sort_unstable();
    assert_eq!(told, codes());
}

/// The codes in the source of what judges stories: its literals in kebab case.
fn codes() -> Vec<String> {
    let src = support::root().join("src");
    let mut files = sources(&src.join("format"));
    files.push(src.join("site/load.rs"));
    files.retain(|file| !file.ends_with("tests.rs"));
    let mut codes: Vec<String> = Vec::new();
    for file in files {
        let text = fs::read_to_string(file).unwrap();
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        codes.extend(
            code.split('"')
                .filter(|literal| is_code(literal))
                .map(str::to_owned),
        );
    }
    codes.sort();
    codes.dedup();
    codes
}

fn is_code(literal: &str) -> bool {
    let letters = |part: &str| {
        !part.is_empty()
            && part
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte == b'8')
    };
    literal.contains('-')
        && literal.split('-').all(letters)
        && !["a-name", "twenty-first", "uri-reference"].contains(&literal)
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
