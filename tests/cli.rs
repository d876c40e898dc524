//! The command line as people and tools meet it: the real program in fresh folders, by exit code
//! and output.

mod support;

use std::path::Path;
use std::process::{Command, Output, Stdio};
use support::{standpoint, temporary_folder};
use tempfile::TempDir;

const STORY: &str = include_str!("support/small/story.toml");
const ARTICLE: &str = include_str!("support/small/article.md");

fn command(dir: &Path, arguments: &[&str]) -> Command {
    let mut command = standpoint(dir);
    command.args(arguments);
    command
}

/// Runs the program and checks its exit code, and words on its two outputs; no words: nothing at
/// all.
fn check(dir: &TempDir, arguments: &[&str], code: i32, stdout: &str, stderr: &str) -> Output {
    let output = command(dir.path(), arguments).output().unwrap();
    let (out, err) = (
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr),
    );
    assert_eq!(
        output.status.code(),
        Some(code),
        "{arguments:?}\n{out}\n{err}"
    );
    for (words, text) in [(stdout, out), (stderr, err)] {
        assert!(
            text.contains(words) && text.is_empty() == words.is_empty(),
            "{arguments:?}: “{words}” in\n{text}"
        );
    }
    output
}

fn sound() -> TempDir {
    temporary_folder(&[("bridge/story.toml", STORY), ("bridge/article.md", ARTICLE)])
}

#[test]
fn a_sound_story_ends_with_0_and_a_summary() {
    check(
        &sound(),
        &["check", "bridge"],
        0,
        "bridge: no problem in 1 passage, 2 actors, 1 position, 1 relation, 1 event\n",
        "",
    );
}

#[test]
fn a_warning_alone_ends_with_0() {
    let unused = STORY.to_owned() + "[[group]]\nid = \"idle\"\nname = \"Idle\"\n";
    let dir = temporary_folder(&[
        ("bridge/story.toml", &unused),
        ("bridge/article.md", ARTICLE),
    ]);
    check(
        &dir,
        &["check", "bridge"],
        0,
        "bridge: 1 warning in 1 passage",
        "",
    );
}

#[test]
fn errors_end_with_1_and_every_story_is_shown() {
    let wrong = STORY.replace("\"mayor\"", "\"major\"");
    let dir = temporary_folder(&[
        ("bridge/story.toml", STORY),
        ("bridge/article.md", ARTICLE),
        ("ferry/story.toml", &wrong),
        ("ferry/article.md", ARTICLE),
    ]);
    check(
        &dir,
        &["check", "ferry", "bridge"],
        1,
        "bridge: no problem",
        "",
    );
    check(
        &dir,
        &["check", "ferry", "bridge"],
        1,
        "--> ferry/article.md:3:5",
        "",
    );
}

#[test]
fn the_folder_may_be_named_in_any_way() {
    let dir = sound();
    check(&dir, &["check", "./bridge/"], 0, "no problem", "");
    let output = command(&dir.path().join("bridge"), &["check", "."])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn what_cannot_run_ends_with_2() {
    let dir = sound();
    check(
        &dir,
        &["check", "nowhere"],
        2,
        "",
        "standpoint: there is no story folder nowhere",
    );
    check(
        &dir,
        &["check", "bridge", "--source", "none.txt"],
        2,
        "",
        "standpoint: cannot read the source none.txt",
    );
    check(
        &dir,
        &["check", "bridge", "bridge", "--source", "bridge/article.md"],
        2,
        "",
        "--source is the text of one story",
    );
    check(&dir, &["check"], 2, "", "STORY");
    check(&dir, &["chek", "bridge"], 2, "", "check");
    check(&dir, &["check", "bridge", "--format", "xml"], 2, "", "json");
    check(&dir, &[], 2, "", "Usage");
}

#[test]
fn help_and_version_are_no_failure() {
    check(
        &sound(),
        &["--help"],
        0,
        "Exit codes: 0 success, 1 a story has errors, 2 the command could not run",
        "",
    );
    check(&sound(), &["check", "--help"], 0, "--source <FILE>", "");
    check(&sound(), &["--version"], 0, "standpoint 0.1.0", "");
}

#[test]
fn json_has_every_field_and_the_same_findings() {
    let wrong = STORY
        .replace("kind = \"person\"", "knid = \"é\"")
        .replace("to = \"miller\"", "to = 1");
    let dir = temporary_folder(&[
        ("bridge/story.toml", &wrong),
        ("bridge/article.md", &ARTICLE.replace("miller)", "muller)")),
    ]);
    let text = check(
        &dir,
        &["check", "bridge"],
        1,
        "bridge: 4 errors, 1 warning\n",
        "",
    );
    let output = check(&dir, &["check", "bridge", "--format", "json"], 1, "[", "");
    let found: Vec<serde_json::Value> = serde_json::from_slice(&output.stdout).unwrap();
    let text = String::from_utf8(text.stdout).unwrap();
    for one in &found {
        let place = format!(
            "{}:{}:{}",
            one["file"].as_str().unwrap(),
            one["line"],
            one["column"]
        );
        let (severity, code) = (
            one["severity"].as_str().unwrap(),
            one["code"].as_str().unwrap(),
        );
        for words in [
            place,
            format!("{severity}[{code}]"),
            one["message"].as_str().unwrap().into(),
            one["hint"].as_str().unwrap().into(),
        ] {
            assert!(text.contains(&words), "{words} in\n{text}");
        }
    }
    assert_eq!(found.len(), 5);
    check(
        &sound(),
        &["check", "bridge", "--format", "json"],
        0,
        "[]\n",
        "",
    );
}

#[test]
fn one_changed_letter_of_a_quotation_is_found() {
    let source = "A bridge too narrow\n\nThe mayor calls it “too narrow for two carts”.\n";
    let story = STORY
        .replace(
            "evidence = \"reported\"\npassage = \"lead\"\n\n[[relation]]",
            "evidence = \"quoted\"\nquote = \"too narrow for two carts\"\npassage = \"lead\"\n\n[[relation]]",
        )
        .replace("[[group]]", "[source.paragraphs]\nlead = [2]\n\n[[group]]");
    let files = |story: &str| {
        temporary_folder(&[
            ("bridge/story.toml", story),
            ("bridge/article.md", ARTICLE),
            ("source.txt", source),
        ])
    };
    let arguments = ["check", "bridge", "--source", "source.txt"];
    check(
        &files(&story),
        &arguments,
        0,
        "1 quotation stands in the source",
        "",
    );
    check(
        &files(&story.replace("narrow for", "narrov for")),
        &arguments,
        1,
        "the nearest wording is “too narrow for two carts”",
        "",
    );
    check(
        &files(&story.replace("lead = [2]", "lead = [1]")),
        &arguments,
        1,
        "quote-elsewhere",
        "",
    );
}

#[test]
fn output_to_a_file_has_no_colours_and_no_control_characters() {
    let wrong = STORY
        .replace("Heads the council.", "\\u001b]0;owned\\u0007")
        .replace("id = \"flood\"", "id = \"fl\u{202E}ood\"");
    let dir = temporary_folder(&[
        ("bridge/story.toml", &wrong),
        (
            "bridge/article.md",
            &(ARTICLE.to_owned() + "\n{\u{1b}[2J}\u{9b}31m\n"),
        ),
    ]);
    let output = check(&dir, &["check", "bridge"], 1, "bridge: ", "");
    let text = String::from_utf8(output.stdout).unwrap();
    let harmful: Vec<char> = text
        .chars()
        .filter(|c| (c.is_control() && *c != '\n') || *c == '\u{202E}')
        .collect();
    assert!(harmful.is_empty(), "{harmful:?}");
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let mut child = command(sound().path(), &["schema"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(
        (output.status.code(), output.stderr.as_slice()),
        (Some(0), &b""[..])
    );
}

#[test]
fn a_byte_order_mark_is_no_text() {
    let dir = temporary_folder(&[
        ("bridge/story.toml", &format!("\u{FEFF}{STORY}")),
        ("bridge/article.md", &format!("\u{FEFF}{ARTICLE}")),
    ]);
    check(&dir, &["check", "bridge"], 0, "no problem", "");
}

#[cfg(unix)]
#[test]
fn a_folder_where_a_file_should_be_cannot_run() {
    let dir = temporary_folder(&[("bridge/story.toml/x", ""), ("bridge/article.md", ARTICLE)]);
    check(
        &dir,
        &["check", "bridge"],
        2,
        "",
        "cannot read bridge/story.toml",
    );
}
