//! The documents say what the program does: schema, tables of keys, examples, and the policy for
//! hosts.

mod support;

use serde_json::Value;
use standpoint::format;
use standpoint::format::rules;
use std::path::PathBuf;

fn docs(name: &str) -> PathBuf {
    support::root().join("docs").join(name)
}

fn format() -> String {
    support::read(docs("story-format.md"))
}

/// `UPDATE_EXPECT=1 cargo test` writes the schema anew.
#[test]
fn the_schema_is_what_the_program_prints() {
    let output = support::standpoint(&support::root())
        .arg("schema")
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(0));
    expect_test::expect_file![docs("story.schema.json")]
        .assert_eq(&String::from_utf8(output.stdout).unwrap());
}

/// The head of each table of keys in the document, and its schema.
fn tables(schema: &Value) -> Vec<(String, &Value)> {
    let mut tables = vec![("### At the top".to_owned(), schema)];
    let mut path = vec![(String::new(), schema)];
    while let Some((above, table)) = path.pop() {
        for (key, value) in table["properties"].as_object().into_iter().flatten() {
            let list = value["items"]["$ref"].as_str();
            let Some(name) = list
                .or(value["$ref"].as_str())
                .and_then(|name| name.strip_prefix('#'))
            else {
                continue;
            };
            let below = schema.pointer(name).unwrap();
            if below["properties"].is_object() {
                let full = format!("{above}{key}");
                tables.push((
                    if list.is_some() {
                        format!("### `[[{full}]]`")
                    } else {
                        format!("### `[{full}]`")
                    },
                    below,
                ));
                path.push((format!("{full}."), below));
            }
        }
    }
    tables
}

#[test]
fn every_key_stands_in_its_table_with_what_the_schema_says_of_it() {
    let document = format();
    for (head, table) in tables(format::schema()) {
        let section = document
            .split(&format!("{head}\n"))
            .nth(1)
            .unwrap_or_else(|| panic!("no section {head}"));
        let rows: Vec<&str> = section
            .split("\n#")
            .next()
            .unwrap()
            .lines()
            .filter(|line| line.starts_with("| `"))
            .collect();
        let keys = table["properties"].as_object().unwrap();
        assert_eq!(rows.len(), keys.len(), "{head}");
        for (key, value) in keys {
            let required = table["required"]
                .as_array()
                .is_some_and(|all| all.iter().any(|one| one == key));
            let need = if required { "required" } else { "optional" };
            let meaning = value["description"].as_str().unwrap().replace('\n', " ");
            let row = format!("| `{key}` | {need} | {meaning} |");
            assert!(rows.contains(&row.as_str()), "{head}: missing\n{row}");
        }
    }
}

/// The code blocks of the document in one language.
fn examples(language: &str) -> Vec<String> {
    let (document, fence) = (format(), format!("\n```{language}\n"));
    let blocks = document.split(&fence).skip(1);
    blocks
        .map(|block| block.split("```").next().unwrap().to_owned())
        .collect()
}

#[test]
fn the_examples_are_sound() {
    let (toml, markdown) = (examples("toml"), examples("markdown"));
    assert_eq!((toml.len(), markdown.len()), (2, 2));
    for text in &markdown {
        let verdict = rules::story("bridge", Some(&toml[0]), Some(text), None);
        assert!(
            verdict.story.is_some() && verdict.found.is_empty(),
            "{text}\n{:#?}",
            verdict.found
        );
    }
}

/// The first date of each row of the table, and what readers are told of it.
#[test]
fn the_table_of_dates_says_what_readers_are_told() {
    let document = format();
    let section = document
        .split("## Dates\n")
        .nth(1)
        .unwrap()
        .split("\n## ")
        .next()
        .unwrap();
    let rows: Vec<Vec<&str>> = section
        .lines()
        .filter(|line| line.starts_with("| `\""))
        .map(|row| row.split(" | ").collect())
        .collect();
    assert!(rows.len() > 20, "{} rows", rows.len());
    for row in rows {
        let date = row[0].split('"').nth(1).unwrap();
        let when = standpoint::locale::Locale::of("en")
            .when(date)
            .unwrap_or_else(|error| panic!("{date}: {error}"));
        assert!(row[2].contains(when.words()), "{date}: {}", when.words());
    }
}

/// `UPDATE_EXPECT=1 cargo test` writes it anew wherever a document tells it.
#[test]
fn hosts_are_told_the_policy_that_pages_carry() {
    let policy = &standpoint::site::policy::policy_at("https://explainers.example.org");
    for (name, count) in [("hosting.md", 2), ("nginx.conf", 1)] {
        let document = support::read(docs(name));
        let told: Vec<&str> = document.split("default-src ").skip(1).collect();
        assert_eq!(told.len(), count, "{name} tells the policy so often");
        let start = document
            .split("default-src ")
            .next()
            .unwrap_or_default()
            .to_owned();
        let renewed = told.iter().fold(start, |text, rest| {
            let end = rest.find(['"', '\n']).unwrap_or(rest.len());
            text + policy + &rest[end..]
        });
        expect_test::expect_file![docs(name)].assert_eq(&renewed);
    }
}

#[test]
fn the_documents_name_every_option_of_the_command_line() {
    for (command, name) in [
        ("build", "hosting.md"),
        ("embed-code", "hosting.md"),
        ("image", "images.md"),
    ] {
        let document = support::read(docs(name));
        let output = support::standpoint(&support::root())
            .args([command, "--help"])
            .output()
            .unwrap();
        let help = String::from_utf8(output.stdout).unwrap();
        // Each stands at the start of a line, behind its short form if it has one.
        let starts = help
            .lines()
            .filter_map(|line| line.split_whitespace().find(|word| !word.ends_with(',')));
        let options = starts.filter(|word| word.starts_with("--"));
        for option in options.filter(|option| !["--help", "--app", "--output"].contains(option)) {
            assert!(
                document.contains(option),
                "docs/{name} does not tell `{option}` of `standpoint {command}`"
            );
        }
    }
}
