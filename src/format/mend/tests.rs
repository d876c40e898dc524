//! What is mended in a file, and what is said of it.

use super::mend;

/// Mends lines; each finding as its code, the text that it is about and what to write instead.
fn check(text: &str, mended: &str, expected: &[(&str, &str, &str)]) {
    let done = mend(text);
    let found = done.found.iter().map(|found| {
        let at = found.at.as_ref().unwrap();
        (
            found.code,
            &text[at.start..at.end],
            found.replacement.as_deref().unwrap_or_default(),
        )
    });
    let found: Vec<_> = found.collect();
    assert_eq!((done.text.as_str(), found.as_slice()), (mended, expected));
    assert_eq!(done.text.len(), text.len());
}

#[test]
fn what_is_right_stays() {
    for text in [
        "a = \"“curly” inside\" # “remark\"\nb = ['x', \"y\"]\n\"quoted key\" = 1\n",
        "a = \"\"\"\nLong \"text\" \\n with “marks”.\"\"\"\nb = '''it's'''\n",
        "a = \"C:\\\\Users \\u00e9 \\\"x\\\"\"\r\nb = 'C:\\U'\n",
        "d = { x = \"1\", y = [\"2\", \"3\"] }\n",
    ] {
        check(text, text, &[]);
    }
}

#[test]
fn curly_marks_around_texts_are_one_finding() {
    check(
        "a = “x”\n",
        "a =   \"x\"  \n",
        &[("curly-quotes", "“x”", "\"x\"")],
    );
    check(
        "a = “x”\nb = [„say \"no\"“, \"z”]\n",
        "a =   \"x\"  \nb = [  \"say 'no'\"  , \"z\"  ]\n",
        &[(
            "curly-quotes",
            "“x”\nb = [„say \"no\"“, \"z”",
            "\"x\"\nb = [\"say \\\"no\\\"\", \"z\"",
        )],
    );
}

#[test]
fn marks_inside_of_a_text_are_told_with_what_to_write() {
    check(
        "a = \"a \"b\" c\"\n",
        "a = \"a 'b' c\"\n",
        &[("quote-in-text", "\"b\"", "\\\"b\\\"")],
    );
    check(
        "a = \"he: \"no\"\"\n",
        "a = \"he: 'no'\"\n",
        &[("quote-in-text", "\"no\"", "\\\"no\\\"")],
    );
}

#[test]
fn a_text_that_is_not_closed_ends_with_its_line() {
    check(
        "a = \"Mayor\nb = 1\n",
        "a = \"Mayo\"\nb = 1\n",
        &[("unclosed-text", "\"Mayor", "\"Mayor\"")],
    );
    let long = (
        "unclosed-text",
        "\"A long\ntext.\"",
        "\"\"\"A long\ntext.\"\"\"",
    );
    check(
        "a = \"A long\ntext.\"\nb = 1\n",
        "a = \"A long text.\"\nb = 1\n",
        &[long],
    );
}

#[test]
fn backslashes_and_control_characters_are_told_once() {
    let path = ("bad-escape", "\"C:\\Us\\me\"", "\"C:\\\\Us\\\\me\"");
    check("a = \"C:\\Us\\me\"\n", "a = \"C:/Us/me\"\n", &[path]);
    check(
        "a = 1\0\0\n",
        "a = 1  \n",
        &[("control-character", "\0", "")],
    );
}

#[test]
fn a_flood_of_brackets_is_no_toml() {
    let (line, rest) = ("[".repeat(3_000), " ".repeat(2_999));
    check(
        &format!("{line}\na = 1\n"),
        &format!("#{rest}\na = 1\n"),
        &[("not-toml", &line, "")],
    );
}
