//! The bars of timelines, from the results of the bench's timeline script.

use super::bars::{Limit, Row, Unit, largest, sum};
use super::results::{OURS, Results};

/// The peer that the first bar names.
const NAMED: &str = "timelinejs";

/// The share of its first paint within which all of our content is painted.
const PAINT: f64 = 0.6;

/// The share of the best peer's time after which ours is ready.
const READY: f64 = 0.5;

/// A frame that is not late by more than one, ms.
pub const FRAME: f64 = 33.0;

const ELEMENTS: f64 = 2000.0;

pub fn small(results: &Results, own: &Results) -> Vec<Row> {
    let ours = |path: &str| results.number(&format!("small/{OURS}/{path}"));
    let median = |name: &str, figure: &str| {
        results.number(&format!("small/{name}/throttled/{figure}/median"))
    };
    let peers = results.peers("small");
    let painted = largest(&["fcp", "lcp", "ready"].map(|figure| median(OURS, figure)));
    let named = median(NAMED, "fcp").map(|value| (NAMED.to_owned(), value));
    let best = results.least(&peers, |peer| {
        format!("small/{peer}/throttled/firstClick/median")
    });
    let left_out = sum(&[
        ours("respects/noJs/of"),
        ours("respects/noJs/headlines").map(|seen| -seen),
    ]);
    let broken = ["axe", "axeAfterClick"]
        .map(|look| results.count(&format!("small/{OURS}/{look}/violations")));
    vec![
        Row::at_most(
            1,
            "all content painted, throttled",
            painted,
            Limit::of(PAINT, named),
            Unit::Ms,
        ),
        Row::at_most(
            1,
            "layout shift, the worst run",
            ours("throttled/cls/max"),
            Limit::fixed(0.0),
            Unit::Share,
        ),
        Row::at_most(
            1,
            "first click to a change, throttled",
            median(OURS, "firstClick"),
            Limit::of(1.0, best),
            Unit::Ms,
        ),
        Row::none(1, "events missing without script", left_out),
        Row::none(1, "axe rules broken by the timeline", sum(&broken)),
        Row::none(
            1,
            "events not opened by keyboard",
            own.number("timeline/keyboard/missed"),
        ),
    ]
}

pub fn scale(results: &Results, own: &Results) -> Vec<Row> {
    results
        .sizes(OURS)
        .into_iter()
        .flat_map(|size| at_size(results, own, size))
        .collect()
}

fn at_size(results: &Results, own: &Results, size: u32) -> Vec<Row> {
    let ready = |name: &str| format!("scale/{name}/{size}/interactive/median");
    let best = results.least(&results.peers("scale"), ready);
    let elements = own.number(&format!("timeline/elements/{size}"));
    let frames = |gesture: &str| {
        let figure = moved(results, size, gesture)
            .then(|| format!("scale/{OURS}/{size}/{gesture}/p95/median"));
        figure.and_then(|path| results.number(&path))
    };
    vec![
        Row::at_most(
            2,
            format!("{size} events: ready"),
            results.number(&ready(OURS)),
            Limit::of(READY, best),
            Unit::Ms,
        ),
        Row::at_most(
            2,
            format!("{size} events: frame, panning, p95"),
            frames("pan"),
            Limit::fixed(FRAME),
            Unit::Ms,
        ),
        Row::at_most(
            2,
            format!("{size} events: frame, zooming, p95"),
            frames("zoom"),
            Limit::fixed(FRAME),
            Unit::Ms,
        ),
        Row::at_most(
            2,
            format!("{size} events: elements on screen"),
            elements,
            Limit::fixed(ELEMENTS),
            Unit::Count,
        ),
    ]
}

/// Frames of a page that does not follow the gesture are no figure.
fn moved(results: &Results, size: u32, gesture: &str) -> bool {
    let said = results
        .at(&format!("scale/{OURS}/{size}/{gesture}/moved"))
        .and_then(|moved| moved.as_str());
    said.and_then(|said| said.split_once('/'))
        .is_some_and(|(moved, of)| moved == of && of != "0")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::peers::bars::Verdict;

    fn parse(text: &str) -> Results {
        Results::parse(text).expect("the text is JSON")
    }

    fn verdicts(rows: &[Row]) -> Vec<Verdict> {
        rows.iter().map(|row| row.verdict).collect()
    }

    #[test]
    fn the_small_timeline_is_judged_by_its_slowest_paint_and_the_best_peers_click() {
        let results = parse(
            r#"{"small": {
                "timelinejs": {"throttled": {"fcp": {"median": 1000}, "firstClick": {"median": 90}}},
                "vis": {"throttled": {"fcp": {"median": 100}, "firstClick": {"median": 60}}},
                "standpoint": {
                    "throttled": {"fcp": {"median": 500}, "lcp": {"median": 590}, "ready": {"median": 510},
                                  "cls": {"max": 0}, "firstClick": {"median": 61}},
                    "axe": {"violations": []}, "axeAfterClick": {"violations": [{"rule": "list"}]},
                    "respects": {"noJs": {"headlines": 12, "of": 12}}
                }
            }}"#,
        );
        let own = parse(r#"{"timeline": {"keyboard": {"missed": 0}}}"#);
        let rows = small(&results, &own);
        use Verdict::{Met, Missed};
        assert_eq!(verdicts(&rows), [Met, Met, Missed, Met, Missed, Met]);
        assert_eq!(rows[0].wanted, "≤ 600 ms (0.6 × timelinejs)");
        assert_eq!(rows[2].wanted, "≤ 60.0 ms (vis)");
    }

    #[test]
    fn frames_count_only_where_the_view_moved() {
        let results = parse(
            r#"{"scale": {
                "vis": {"100": {"interactive": {"median": 300}}},
                "standpoint": {"100": {"interactive": {"median": 140},
                    "pan": {"p95": {"median": 17}, "moved": "5/5"}, "zoom": {"p95": {"median": 17}, "moved": "4/5"}}}
            }}"#,
        );
        use Verdict::{Met, Unmeasured};
        assert_eq!(
            verdicts(&scale(&results, &parse("{}"))),
            [Met, Met, Unmeasured, Unmeasured]
        );
    }
}
