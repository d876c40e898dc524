//! The order of dates by example and by property.

use proptest::prelude::*;
use standpoint::date::When;
use standpoint::date::order::{Start, in_time};

/// The dates in the order in which they are told; a dash is undated.
fn told(listed: &[&str]) -> Vec<String> {
    let dates: Vec<Option<When>> = listed.iter().map(|text| When::parse(text).ok()).collect();
    in_time(&dates.iter().map(Option::as_ref).collect::<Vec<_>>())
        .into_iter()
        .map(|at| listed[at].to_owned())
        .collect()
}

fn as_listed(listed: &[&str]) {
    assert_eq!(told(listed), listed);
}

#[test]
fn dated_ones_stand_in_the_order_of_time() {
    assert_eq!(
        told(&["2024-06-01", "2020", "2022-03"]),
        ["2020", "2022-03", "2024-06-01"]
    );
    assert_eq!(told(&["1930", "1412~", "1300"]), ["1300", "1412~", "1930"]);
    assert_eq!(
        told(&["2024/2025", "2020/..", "-0446"]),
        ["-0446", "2020/..", "2024/2025"]
    );
    assert_eq!(
        told(&["2024-05-14T18:02:00", "2024-05-14T18:00:00"]),
        ["2024-05-14T18:00:00", "2024-05-14T18:02:00"]
    );
}

#[test]
fn an_undated_one_follows_the_one_listed_before_it() {
    let listed = ["first –", "2024", "second –", "third –", "2020", "fourth –"];
    assert_eq!(
        told(&listed),
        ["first –", "2020", "fourth –", "2024", "second –", "third –"]
    );
    as_listed(&["a –", "b –"]);
    as_listed(&[]);
}

#[test]
fn what_is_not_certain_stays_as_listed() {
    as_listed(&["2024-06-01", "2024", "2024-07"]);
    as_listed(&["1412~", "1411-11-18", "1410?", "1413"]);
    as_listed(&["2021-24", "2021-03-02", "2021-23"]);
    as_listed(&[
        "../1840",
        "/1850",
        "[..1850]",
        "..1860/1870",
        "1850/1861",
        "[1861..]",
        "1870/",
        "1880/1890..",
    ]);
    as_listed(&["XXXX-12", "2020", "[2025..]", "2026"]);
}

#[test]
fn a_day_without_a_zone_is_a_day_of_some_place() {
    as_listed(&[
        "2019-12-31",
        "2020-01-01",
        "2020-01-01T00:00:00+13:00",
        "2020-01-01T00:30:00+11:00",
        "2020-01-01T00:00:00Z",
    ]);
    // Midnight in Auckland is earlier than midnight in Greenwich, wherever it is listed.
    assert_eq!(
        told(&["2020-01-01T00:00:00Z", "2020-01-01T00:00:00+13:00"]),
        ["2020-01-01T00:00:00+13:00", "2020-01-01T00:00:00Z"]
    );
    assert_eq!(
        told(&["2020-01-03", "2020-01-01T00:00:00Z"]),
        ["2020-01-01T00:00:00Z", "2020-01-03"]
    );
}

fn date() -> impl Strategy<Value = String> {
    let year = 2018i32..2026;
    prop_oneof![
        year.clone().prop_map(|year| format!("{year}")),
        (year.clone(), 1..=12).prop_map(|(year, month)| format!("{year}-{month:02}")),
        (year.clone(), 1..=12, 1..=28)
            .prop_map(|(year, month, day)| format!("{year}-{month:02}-{day:02}")),
        (1..=4, 0..24, -11..=14).prop_map(|(day, hour, shift)| format!(
            "2020-01-{day:02}T{hour:02}:00:00{shift:+03}:00"
        )),
        (1..=4).prop_map(|day| format!("2020-01-{day:02}")),
        (1..=4, 0..24).prop_map(|(day, hour)| format!("2020-01-{day:02}T{hour:02}:00:00")),
        (year.clone(), 21..=24).prop_map(|(year, season)| format!("{year}-{season}")),
        year.clone().prop_map(|year| format!("{year}~")),
        year.clone().prop_map(|year| format!("[..{year}]")),
        year.prop_map(|year| format!("../{year}")),
        Just("–".to_owned()),
    ]
}

proptest! {
    #[test]
    fn nothing_stands_behind_what_it_is_certainly_before(
        listed in prop::collection::vec(date(), 0..40),
    ) {
        let dates: Vec<Option<When>> = listed.iter().map(|text| When::parse(text).ok()).collect();
        let order = in_time(&dates.iter().map(Option::as_ref).collect::<Vec<_>>());
        let mut all = order.clone();
        all.sort_unstable();
        prop_assert_eq!(all, (0..listed.len()).collect::<Vec<_>>());
        let dated = order.iter().filter_map(|at| dates[*at].as_ref());
        let starts: Vec<Start> = dated.map(Start::of).collect();
        for (at, start) in starts.iter().enumerate() {
            prop_assert!(!starts[at + 1..].iter().any(|later| later.certainly_before(*start)));
        }
        // What stands as it should stays so.
        let again: Vec<Option<&When>> = order.iter().map(|at| dates[*at].as_ref()).collect();
        prop_assert_eq!(in_time(&again), (0..listed.len()).collect::<Vec<_>>());
    }
}
