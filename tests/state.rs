//! Tests of the state, with a real story: what each message does, what a link carries, and what is
//! lit.

mod support;

use expect_test::{Expect, expect};
use proptest::collection::vec;
use proptest::prelude::*;
use standpoint::state::query::{self, Found, Standing};
use standpoint::state::share::{Item, Place, Share, Theme};
use standpoint::state::{Likelihood, MapReading, Model, Msg, Pick, Route, options, update};
use standpoint::story::{Evidence, Story};
use std::sync::OnceLock;

fn story() -> &'static Story {
    static STORY: OnceLock<Story> = OnceLock::new();
    STORY.get_or_init(|| support::built_in("security-guarantees"))
}

fn pick(anchor: &str) -> Pick {
    Route::parse(story(), anchor)
        .and_then(|route| route.pick)
        .expect("a known anchor")
}

fn after(messages: impl IntoIterator<Item = Msg>) -> Model {
    messages
        .into_iter()
        .fold(Model::default(), |model, msg| update(story(), &model, msg))
}

fn check_link(messages: impl IntoIterator<Item = Msg>, expected: Expect) {
    expected.assert_eq(&after(messages).route.fragment(story()));
}

fn check_read(fragment: &str, expected: Expect) {
    let read = Route::parse(story(), fragment).map(|route| route.fragment(story()));
    expected.assert_eq(read.as_deref().unwrap_or("leads to no state"));
}

fn issue(index: usize) -> standpoint::story::IssueId {
    story().each_issue().nth(index).expect("four issues").0
}

fn forecast() -> standpoint::story::EventId {
    story()
        .each_event()
        .find(|(_, event)| event.grounds.evidence == Evidence::Forecast)
        .expect("a forecast")
        .0
}

#[test]
fn embed_urls_use_pick_not_a_bare_anchor() {
    let story = story();
    for (fragment, framed) in [
        ("", ""),
        ("actor-russia", "pick=actor-russia"),
        ("map=positions", "map=positions"),
        ("e=remarks", "pick=event-remarks"),
    ] {
        assert_eq!(
            Route::parse(story, fragment)
                .unwrap_or_default()
                .framed_fragment(story),
            framed
        );
    }
}

#[test]
fn a_click_on_a_link_sends_the_message_of_its_address() {
    let asks = |address: &str, toggles| Msg::from_link(story(), address, toggles);
    assert_eq!(
        asks("#actor-russia", false),
        Some(Msg::Picked(pick("actor-russia")))
    );
    assert_eq!(
        asks("#event-remarks", true),
        Some(Msg::Toggled(pick("event-remarks")))
    );
    let (id, first) = story().each_issue().next().expect("four issues");
    assert_eq!(
        asks(&format!("#issue-{}", first.key), false),
        Some(Msg::ReadIssue(id))
    );
    for place in [
        "#text",
        "#actors",
        "#actor-nobody",
        "#issue-",
        "actor-russia",
        "https://example.org/#actor-russia",
    ] {
        assert_eq!(asks(place, false), None, "{place}");
    }
}

#[test]
fn a_link_carries_the_route_and_nothing_else() {
    check_link([], expect![""]);
    check_link([Msg::Picked(pick("actor-russia"))], expect!["actor-russia"]);
    check_link(
        [
            Msg::Picked(pick("passage-s1")),
            Msg::ReadMap(MapReading::Positions),
        ],
        expect!["pick=passage-s1&map=positions"],
    );
    check_link(
        [Msg::ReadIssue(issue(1))],
        expect!["map=positions&issue=nato-expansion"],
    );
    check_link(
        [
            Msg::Filtered(Evidence::Forecast),
            Msg::Filtered(Evidence::Inferred),
        ],
        expect!["hide=inferred,forecast"],
    );
    check_link(
        [Msg::Judged(forecast(), Likelihood::new(4))],
        expect!["outlook=next-undermine:4"],
    );
    check_link(
        [Msg::Sought("nato".into()), Msg::Scrolled(None)],
        expect![""],
    );
}

#[test]
fn the_parser_accepts_older_forms_of_links() {
    check_read("#actor-russia", expect!["actor-russia"]);
    check_read("a=russia", expect!["actor-russia"]);
    check_read(
        "#e=remarks&hide=forecast",
        expect!["pick=event-remarks&hide=forecast"],
    );
    check_read("#e=nobody", expect![""]);
    check_read("#comments", expect!["leads to no state"]);
}

#[test]
fn an_old_link_to_the_scale_still_opens() {
    check_read("#time=scale", expect![""]);
    check_read(
        "#pick=event-remarks&time=scale&map=positions",
        expect!["pick=event-remarks&map=positions"],
    );
    assert_eq!(
        started(&[("readings", "positions,scale")]).1,
        Vec::<&str>::new()
    );
    assert_eq!(started(&[("readings", "order")]).0, Route::default());
}

#[test]
fn fragments_that_host_pages_append_are_ignored() {
    check_read("#?secret=a1b2c3d4e5", expect![""]);
    check_read("#amp=1", expect![""]);
    check_read("#e=remarks#?secret=a1b2c3d4e5", expect!["event-remarks"]);
    check_read(
        "#pick=actor-nato&map=positions#?secret=a1b2c3d4e5",
        expect!["pick=actor-nato&map=positions"],
    );
}

#[test]
fn a_blocked_address_closes_before_the_pick() {
    let russia = pick("actor-russia");
    let refused = || {
        [
            Msg::Picked(russia),
            Msg::Refused("https://news.example/".into()),
        ]
    };
    let open = after(
        refused()
            .into_iter()
            .chain([Msg::Scrolled(None), Msg::AddressCopied]),
    );
    assert!(
        open.blocked_link
            .is_some_and(|refused| refused.copied && refused.address == "https://news.example/")
    );
    let closed = after(refused().into_iter().chain([Msg::Closed]));
    assert_eq!(
        (closed.blocked_link, closed.route.pick),
        (None, Some(russia))
    );
    assert_eq!(after([Msg::AddressCopied]), Model::default());
}

#[test]
fn toggling_twice_and_closing_drop_the_pick() {
    let russia = pick("actor-russia");
    assert_eq!(
        after([Msg::Toggled(russia), Msg::Toggled(russia)])
            .route
            .pick,
        None
    );
    assert_eq!(
        after([Msg::Picked(russia), Msg::Picked(russia)]).route.pick,
        Some(russia)
    );
    assert_eq!(after([Msg::Picked(russia), Msg::Closed]), Model::default());
}

#[test]
fn filtering_twice_shows_a_kind_again() {
    assert_eq!(
        after([
            Msg::Filtered(Evidence::Quoted),
            Msg::Filtered(Evidence::Quoted)
        ]),
        Model::default()
    );
    assert_eq!(
        after([Msg::Filtered(Evidence::Quoted), Msg::Unfiltered]),
        Model::default()
    );
}

#[test]
fn only_a_forecast_can_be_judged() {
    let remarks = story()
        .each_event()
        .find(|(_, event)| event.grounds.evidence != Evidence::Forecast)
        .expect("a past event")
        .0;
    assert_eq!(
        after([Msg::Judged(remarks, Likelihood::new(3))]),
        Model::default()
    );
    assert_eq!(
        after([
            Msg::Judged(forecast(), Likelihood::new(3)),
            Msg::Judged(forecast(), None)
        ]),
        Model::default()
    );
    assert_eq!(Likelihood::new(6), None);
}

#[test]
fn picking_a_search_result_ends_the_search() {
    let model = after([Msg::Sought("krem".into()), Msg::Found(pick("actor-russia"))]);
    assert_eq!(
        (model.sought.as_str(), model.route.pick),
        ("", Some(pick("actor-russia")))
    );
}

#[test]
fn unknown_parts_of_a_link_are_ignored() {
    let parsed = |fragment| Route::parse(story(), fragment);
    assert_eq!(
        parsed(
            "#pick=actor-nobody&map=upside-down&hide=rumoured&outlook=next-undermine:9,remarks:2"
        ),
        Some(Route::default())
    );
    assert_eq!(
        parsed("#issue=settlement&colour=red").expect("ours").issue,
        Some(issue(3))
    );
    assert_eq!(parsed("#timeline"), None, "a place in the page is no state");
    assert_eq!(parsed(""), Some(Route::default()));
}

#[test]
fn the_most_direct_evidence_decides_the_stance() {
    let actor = |anchor| match pick(anchor) {
        Pick::Actor(actor) => actor,
        _ => unreachable!("an actor's anchor"),
    };
    let on_guarantees = |anchor, hidden| query::standing(story(), hidden, actor(anchor), issue(0));
    let nothing = Model::default().route.hidden;
    let at = |standing| match standing {
        Standing::At(stance, evidence) => (
            story()[issue(0)].scale[stance.index()].key.as_str(),
            evidence,
        ),
        other => panic!("{other:?}"),
    };
    assert_eq!(
        at(on_guarantees("actor-zakharova", nothing)),
        ("rejects", Evidence::Quoted)
    );
    assert_eq!(
        at(on_guarantees("actor-russia", nothing)),
        ("rejects", Evidence::Reported)
    );
    assert_eq!(
        at(on_guarantees(
            "actor-russia",
            nothing.toggled(Evidence::Reported)
        )),
        ("rejects", Evidence::Inferred)
    );
    assert_eq!(on_guarantees("actor-usa", nothing), Standing::NotStated);
    assert_eq!(
        on_guarantees("actor-zelenskyy", nothing.toggled(Evidence::Reported)),
        Standing::Hidden
    );
}

#[test]
fn a_pick_lights_related_entries_in_other_views() {
    let lit = |anchor| query::lit(story(), &after([Msg::Picked(pick(anchor)), Msg::Painted]));
    let keys = |lit: &query::Lit| {
        let actors: std::collections::BTreeSet<_> = lit.actors.iter().collect();
        actors
            .into_iter()
            .map(|id| story()[*id].key.as_str())
            .collect::<Vec<_>>()
            .join(" ")
    };
    expect!["russia zakharova zelenskyy"].assert_eq(&keys(&lit("event-remarks")));
    expect!["russia zakharova ukraine coalition nato"].assert_eq(&keys(&lit("actor-russia")));
    let seen = after([Msg::Scrolled(
        story().each_passage().nth(1).map(|(id, _)| id),
    )]);
    assert_eq!(
        query::lit(story(), &seen),
        lit("passage-s1"),
        "the passage on screen lights like a picked one"
    );
}

#[test]
fn search_finds_other_names_and_requires_every_word() {
    let names = |sought| {
        let name = |found| match found {
            Found::Actor(id) => story()[id].name.as_str(),
            Found::Event(id) => story()[id].title.as_str(),
        };
        query::search(story(), sought)
            .into_iter()
            .map(name)
            .collect::<Vec<_>>()
            .join("; ")
    };
    expect!["Russia"].assert_eq(&names("kremlin"));
    expect![""].assert_eq(&names("  "));
    expect![""].assert_eq(&names("kremlin nato"));
}

#[test]
fn the_evidence_counts_cover_every_entry() {
    let counted: usize = Evidence::ALL
        .into_iter()
        .map(|kind| query::count(story(), kind))
        .sum();
    assert_eq!(
        counted,
        story().positions.len() + story().relations.len() + story().events.len()
    );
}

fn any_msg() -> impl Strategy<Value = Msg> {
    let story = story();
    let picks: Vec<Pick> = story
        .each_actor()
        .map(|(id, _)| Pick::Actor(id))
        .chain(story.each_event().map(|(id, _)| Pick::Event(id)))
        .chain(story.each_passage().map(|(id, _)| Pick::Passage(id)))
        .collect();
    let events: Vec<_> = story.each_event().map(|(id, _)| id).collect();
    let issues: Vec<_> = story.each_issue().map(|(id, _)| id).collect();
    prop_oneof![
        proptest::sample::select(picks.clone()).prop_map(Msg::Picked),
        proptest::sample::select(picks).prop_map(Msg::Toggled),
        proptest::sample::select(issues).prop_map(Msg::ReadIssue),
        proptest::sample::select(Evidence::ALL.to_vec()).prop_map(Msg::Filtered),
        (proptest::sample::select(events), 0u8..7)
            .prop_map(|(event, level)| Msg::Judged(event, Likelihood::new(level))),
        Just(Msg::Closed),
        Just(Msg::Painted),
        Just(Msg::Unfiltered),
        Just(Msg::ReadMap(MapReading::Positions)),
        Just(Msg::ReadMap(MapReading::Relations)),
        ".{0,8}".prop_map(Msg::Sought),
    ]
}

fn started(address: &[(&str, &str)]) -> (Route, Vec<&'static str>) {
    let given = |name: &str| {
        address
            .iter()
            .find(|(option, _)| *option == name)
            .map(|(_, value)| (*value).to_owned())
    };
    options::start(story(), given)
}

#[test]
fn the_options_in_the_address_are_the_first_state() {
    let check = |address: &[(&str, &str)], expected: &str| {
        let (route, unknown) = started(address);
        assert_eq!(
            (route.fragment(story()).as_str(), unknown),
            (expected, vec![]),
            "{address:?}"
        );
    };
    check(&[], "");
    check(&[("issue", "guarantees")], "map=positions&issue=guarantees");
    check(
        &[("issue", "guarantees"), ("readings", "relations")],
        "issue=guarantees",
    );
    check(&[("readings", "positions")], "map=positions");
    check(&[("readings", "relations"), ("theme", "tea")], "");
    for (option, value) in [
        ("issue", ""),
        ("issue", "<b>"),
        ("readings", ""),
        ("readings", "positions,tea,tea"),
    ] {
        assert_eq!(started(&[(option, value)]).1, [option], "{option}={value}");
    }
}

#[test]
fn a_fragment_with_settings_overrides_the_options() {
    let (start, _) = started(&[("issue", "guarantees")]);
    let check = |fragment: &str, expected: &str| {
        let route = Route::parse_over(story(), fragment, &start)
            .map(|route| route.fragment_over(story(), &start));
        assert_eq!(route.as_deref(), Some(expected), "{fragment}");
    };
    check("", "map=positions&issue=guarantees");
    check(
        "actor-russia",
        "pick=actor-russia&map=positions&issue=guarantees",
    );
    check("hide=forecast", "hide=forecast");
    check("map=relations", "map=relations");
    check(
        "pick=actor-russia&map=relations",
        "pick=actor-russia&map=relations",
    );
    assert_eq!(Route::parse_over(story(), "sources", &start), None);
}

#[test]
fn the_choices_of_the_panel_are_options_of_the_frame() {
    let place = Place {
        frame: "https://e.org/embed.html".into(),
        ..Place::default()
    };
    let check =
        |share: Share, expected: &str| assert_eq!(share.frame(&place, "actor-russia"), expected);
    check(Share::default(), "https://e.org/embed.html#actor-russia");
    let dark = Share {
        theme: Theme::Dark,
        bare: true,
        left_out: [true, false, false, false],
        ..Share::default()
    };
    let dark = dark.toggled(2).expect("two are left");
    check(
        dark,
        "https://e.org/embed.html?theme=dark&view=map,actors&chrome=off#actor-russia",
    );
    let last = dark.toggled(1).expect("one is left");
    check(
        last,
        "https://e.org/embed.html?theme=dark&view=actors&chrome=off#actor-russia",
    );
    assert_eq!(last.toggled(3), None, "the last part stays");
    assert_eq!(
        Share::default().frame(&place, ""),
        "https://e.org/embed.html"
    );
}

#[test]
fn escape_closes_the_panel_before_the_card() {
    let asked = Share {
        copied: Some((Item::Link, None)),
        ..Share::default().opened(true)
    };
    let open = [
        Msg::Picked(pick("actor-russia")),
        Msg::Share(asked),
        Msg::Copied(true),
    ];
    let copied = after(open.clone()).share.and_then(|share| share.copied);
    assert_eq!(copied, Some((Item::Link, Some(true))));
    let closed = after(
        open.clone()
            .into_iter()
            .chain([Msg::Closed, Msg::Copied(false)]),
    );
    assert!(
        !closed.share.is_some_and(|share| share.open)
            && closed.route.pick == Some(pick("actor-russia"))
    );
    assert_eq!(
        after(open.into_iter().chain([Msg::Closed, Msg::Closed]))
            .route
            .pick,
        None
    );
    check_link([Msg::Share(asked)], expect![""]);
}

proptest! {
    #[test]
    fn a_link_restores_exactly_its_state(messages in vec(any_msg(), 0..12)) {
        let route = after(messages).route;
        prop_assert_eq!(Route::parse(story(), &route.fragment(story())), Some(route));
    }

    #[test]
    fn any_fragment_reads_without_panic(
        fragment in "\\PC{0,40}",
        pair in "(#|\\?|&|=|:|,|-|e|a|pick|hide|outlook|actor|event|remarks|7){0,12}",
    ) {
        _ = Route::parse(story(), &fragment);
        _ = Route::parse(story(), &pair);
    }

    #[test]
    fn appended_fragments_change_no_state(
        messages in vec(any_msg(), 0..12),
        secret in "[a-zA-Z0-9]{10}",
    ) {
        let route = after(messages).route;
        let fragment = format!("#{}#?secret={secret}", route.fragment(story()));
        prop_assert_eq!(Route::parse(story(), &fragment), Some(route));
    }

    #[test]
    fn a_visit_replaces_the_whole_route(
        messages in vec(any_msg(), 0..8),
        target in vec(any_msg(), 0..8),
    ) {
        let route = after(target).route;
        let model = update(story(), &after(messages), Msg::Visited(route.clone()));
        prop_assert_eq!(model.route, route);
    }
}
