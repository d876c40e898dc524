//! The criteria of timelines, from the results of the suite's timeline script.

use super::results::{OURS, Results};
use super::row::{Limit, Row, Unit, largest, sum};

/// The peer with which the paint of the small timeline is compared.
const PAINT_PEER: &str = "timelinejs";

/// All our content is painted within this share of that peer's time to its first paint.
const MAX_PAINT_SHARE: f64 = 0.6;

/// A large timeline is ready within this share of the fastest peer's time.
const MAX_READY_SHARE: f64 = 0.5;

const MAX_ELEMENTS: f64 = 2000.0;

pub fn small(results: &Results, own: &Results) -> Vec<Row> {
    let ours = |path: &str| results.number(&format!("small/{OURS}/{path}"));
    let median = |name: &str, figure: &str| {
        results.number(&format!("small/{name}/throttled/{figure}/median"))
    };
    let peers = results.peers("small");
    let painted = largest(&["fcp", "lcp", "ready"].map(|figure| median(OURS, figure)));
    let named = median(PAINT_PEER, "fcp").map(|value| (PAINT_PEER.to_owned(), value));
    let best = results.lowest_peer(&peers, |peer| {
        format!("small/{peer}/throttled/firstClick/median")
    });
    let missing = sum(&[
        ours("respects/noJs/of"),
        ours("respects/noJs/headlines").map(|shown| -shown),
    ]);
    let broken = ["axe", "axeAfterClick"]
        .map(|look| results.count(&format!("small/{OURS}/{look}/violations")));
    vec![
        Row::new(
            1,
            "all content painted, throttled",
            painted,
            Limit::share_of(MAX_PAINT_SHARE, named),
            Unit::Ms,
        ),
        Row::new(
            1,
            "layout shift, the worst run",
            ours("throttled/cls/max"),
            Limit::at_most(0.0),
            Unit::Share,
        ),
        Row::new(
            1,
            "first click to a change, throttled",
            median(OURS, "firstClick"),
            Limit::share_of(1.0, best),
            Unit::Ms,
        ),
        Row::zero(1, "events missing without script", missing),
        Row::zero(1, "axe rules broken by the timeline", sum(&broken)),
        Row::zero(
            1,
            "events not opened by keyboard",
            own.number("timeline/keyboard/missed"),
        ),
    ]
}

pub fn large(results: &Results, own: &Results) -> Vec<Row> {
    results
        .sizes(OURS)
        .into_iter()
        .flat_map(|size| at_size(results, own, size))
        .collect()
}

fn at_size(results: &Results, own: &Results, size: u32) -> Vec<Row> {
    let ready = |name: &str| format!("scale/{name}/{size}/interactive/median");
    let best = results.lowest_peer(&results.peers("scale"), ready);
    let elements = own.number(&format!("timeline/elements/{size}"));
    let frame = |gesture: &str| {
        let path = format!("scale/{OURS}/{size}/{gesture}");
        followed(results, &path).then(|| results.number(&format!("{path}/p95/median")))?
    };
    vec![
        Row::new(
            2,
            format!("{size} events: ready"),
            results.number(&ready(OURS)),
            Limit::share_of(MAX_READY_SHARE, best),
            Unit::Ms,
        ),
        Row::frame(2, format!("{size} events: frame, panning"), frame("pan")),
        Row::frame(2, format!("{size} events: frame, zooming"), frame("zoom")),
        Row::new(
            2,
            format!("{size} events: elements on screen"),
            elements,
            Limit::at_most(MAX_ELEMENTS),
            Unit::Count,
        ),
    ]
}

/// Whether the page followed the gesture in all runs, as in `5/5`; else its frames do not count.
fn followed(results: &Results, gesture: &str) -> bool {
    results
        .at(&format!("{gesture}/moved"))
        .and_then(|runs| runs.as_str()?.split_once('/'))
        .is_some_and(|(moved, total)| moved == total && total != "0")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::peers::row::Verdict;

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
        assert_eq!(rows[0].target, "≤ 600 ms (0.6 × timelinejs)");
        assert_eq!(rows[2].target, "≤ 60.0 ms (vis)");
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
            verdicts(&large(&results, &parse("{}"))),
            [Met, Met, Unmeasured, Unmeasured]
        );
    }
}
