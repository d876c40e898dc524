//! What a page carries is what the program reads back, and nothing else is taken for it.

mod support;

use serde_json::{Value, json};
use standpoint::date::{Extent, Side};
use standpoint::layout::Content;
use standpoint::layout::timeline::Piece;
use standpoint::pack::{Mismatch, Unpack};
use standpoint::story::{Evidence, Grounds, Span, Tense, Tone};

fn content(name: &str) -> Content {
    Content::of(support::built_in(name))
}

#[test]
fn a_packed_story_reads_back_the_same() {
    for name in ["security-guarantees", "harbour"] {
        let content = content(name);
        let packed = serde_json::to_value(&content).unwrap();
        assert_eq!(Content::unpack(&packed), Ok(content), "{name}");
    }
}

#[test]
fn data_of_another_build_is_an_error() {
    for json in ["null", "7", "[]", "[[],{},\"x\",[]]", "[[\"a\",1,[null]]]"] {
        let parsed: Value = serde_json::from_str(json).unwrap();
        assert_eq!(Content::unpack(&parsed), Err(Mismatch), "{json}");
    }
}

#[test]
fn a_list_of_another_length_is_an_error() {
    let mut packed = serde_json::to_value(content("harbour")).unwrap();
    let event = |packed: &mut Value| packed[0][13][0].as_array_mut().unwrap().clone();
    let fields = event(&mut packed);
    for fields in [&fields[1..], &[&fields[..], &[Value::Null]].concat()] {
        packed[0][13][0] = fields.into();
        assert_eq!(Content::unpack(&packed), Err(Mismatch));
    }
}

/// `packed!` has one list of fields, so that the order of the declaration is that of the data: the
/// compiler checks here that a field moved in one moves in the other.
#[test]
fn fields_travel_in_the_order_of_their_declaration() {
    let piece = Piece {
        from: 1.0,
        to: 2.0,
        future: true,
    };
    assert_eq!(json!(piece), json!([1.0, 2.0, true]));
    assert_eq!(Piece::unpack(&json!([1.0, 2.0, true])), Ok(piece));
    assert_eq!(Piece::unpack(&json!([true, 1.0, 2.0])), Err(Mismatch));
}

#[test]
fn every_word_of_a_list_reads_back_and_no_other() {
    assert_eq!(
        Evidence::ALL.map(|kind| Evidence::unpack(&json!(kind))),
        Evidence::ALL.map(Ok)
    );
    assert_eq!(
        Tone::ALL.map(|tone| Tone::unpack(&json!(tone))),
        Tone::ALL.map(Ok)
    );
    assert_eq!(
        Tense::ALL.map(|tense| Tense::unpack(&json!(tense))),
        Tense::ALL.map(Ok)
    );
    assert_eq!(Tone::unpack(&json!(Tone::ALL.len())), Err(Mismatch));
    assert_eq!(Tense::unpack(&json!("past")), Err(Mismatch));
}

#[test]
fn an_unknown_kind_of_evidence_is_an_error() {
    let unknown = Evidence::ALL.len();
    assert_eq!(Evidence::unpack(&json!(unknown)), Err(Mismatch));
    let grounds = json!([unknown, null, [], []]);
    assert_eq!(Grounds::unpack(&grounds), Err(Mismatch));
}

#[test]
fn an_unknown_kind_of_span_or_date_is_an_error() {
    assert_eq!(
        Span::unpack(&json!(["underline", null, "x"])),
        Err(Mismatch)
    );
    assert_eq!(Extent::unpack(&json!([6])), Err(Mismatch));
    assert_eq!(Extent::unpack(&json!([5, 0.0])), Err(Mismatch));
    assert_eq!(Side::unpack(&json!([5])), Err(Mismatch));
    let lasting = Extent::Lasting {
        start: Side::Within((1.0, 2.0)),
        end: Side::Open,
    };
    assert_eq!(json!(lasting), json!([3, [0, [1.0, 2.0]], [3]]));
    assert_eq!(Extent::unpack(&json!(lasting)), Ok(lasting));
}

#[test]
fn an_index_that_is_none_is_an_error() {
    for target in [json!(-1), json!(0.5), json!(70_000), json!("0")] {
        assert_eq!(Span::unpack(&json!(["actor", target, "x"])), Err(Mismatch));
    }
}
