//! The criteria of maps, from the results of the suite's map script.

use super::results::{OURS, Results};
use super::row::{Limit, Row, Unit, sum};

/// Our stress, relative to that of the best peer.
const MAX_STRESS_RATIO: f64 = 1.05;

/// Our time is compared with that of peers whose stress is within this ratio of the best one's.
const MAX_COMPARABLE_RATIO: f64 = 1.2;

/// Our layout takes at most this share of the time of the fastest comparable peer.
const MAX_TIME_SHARE: f64 = 0.5;

const MIN_LABEL_PX: f64 = 11.0;
const MIN_TARGET_PX: f64 = 24.0;

/// From a click to the card.
const MAX_CARD_MS: f64 = 100.0;

/// The two widths of the suite, and the paths of their figures.
const WIDTHS: [(&str, &str); 2] = [("1100 px", "screenMedian"), ("320 px", "at320")];

pub fn small(results: &Results, own: &Results) -> Vec<Row> {
    let ours = |path: &str| results.number(&format!("small/{OURS}/{path}"));
    let missing = |total: &str, shown: &str| {
        Some(own.number(&format!("map/{total}"))? - ours(&format!("noJs/{shown}"))?)
    };
    let mut rows = vec![
        Row::zero(
            1,
            "actors missing without script",
            missing("actors", "actorsVisible"),
        ),
        Row::zero(
            1,
            "relations missing without script",
            missing("relations", "relationLabelsVisible"),
        ),
        Row::zero(
            1,
            "axe rules broken by the map",
            results.count(&format!("small/{OURS}/axe")),
        ),
        Row::zero(
            1,
            "actors not opened by keyboard",
            own.number("map/keyboard/missed"),
        ),
    ];
    rows.extend(
        WIDTHS
            .iter()
            .flat_map(|(width, figures)| at_width(results, width, figures)),
    );
    rows
}

fn at_width(results: &Results, width: &str, figures: &str) -> Vec<Row> {
    let ours = |what: &str| results.number(&format!("small/{OURS}/{figures}/{what}"));
    let fewest = results.lowest_peer(&results.peers("small"), |peer| {
        format!("small/{peer}/{figures}/crossingsDrawn")
    });
    // A name may be in its actor's box or beside it.
    let through = sum(&[
        ours("linesThroughActorNames"),
        ours("linesThroughForeignActors"),
    ]);
    let size = |what: &str, figure: &str, min: f64| {
        Row::new(
            3,
            format!("{width}: {what}"),
            ours(figure),
            Limit::at_least(min),
            Unit::Px,
        )
    };
    vec![
        Row::zero(
            3,
            format!("{width}: labels over labels"),
            ours("labelLabelOverlaps"),
        ),
        Row::zero(
            3,
            format!("{width}: labels over foreign actors"),
            ours("labelOnForeignNode"),
        ),
        Row::zero(3, format!("{width}: lines through names"), through),
        Row::new(
            3,
            format!("{width}: crossings"),
            ours("crossingsDrawn"),
            Limit::share_of(1.0, fewest),
            Unit::Count,
        ),
        size("names of actors", "nodeLabelPx", MIN_LABEL_PX),
        size("words on lines", "edgeLabelPx", MIN_LABEL_PX),
        size("smallest target", "smallestTargetPx", MIN_TARGET_PX),
    ]
}

pub fn layouts(results: &Results, own: &Results) -> Vec<Row> {
    let Some(ours) = results
        .names("layout")
        .into_iter()
        .find(|name| name.starts_with(OURS))
    else {
        return Vec::new();
    };
    let graphs = results.names(&format!("layout/{ours}"));
    graphs
        .iter()
        .flat_map(|graph| on_graph(results, own, &ours, graph))
        .collect()
}

fn on_graph(results: &Results, own: &Results, ours: &str, graph: &str) -> Vec<Row> {
    let path = |name: &str, figure: &str| format!("layout/{name}/{graph}/{figure}");
    let figure = |figure: &str| results.number(&path(ours, figure));
    let mut peers = results.peers("layout");
    // Native programs do not count.
    peers.retain(|peer| !peer.contains("native"));
    let best = results.lowest_peer(&peers, |peer| path(peer, "stress"));
    let max_stress = best
        .as_ref()
        .map_or(f64::MIN, |(_, stress)| stress * MAX_COMPARABLE_RATIO);
    peers.retain(|peer| {
        results
            .number(&path(peer, "stress"))
            .is_some_and(|stress| stress <= max_stress)
    });
    let fastest = results.lowest_peer(&peers, |peer| path(peer, "ms"));
    vec![
        Row::new(
            4,
            format!("{graph}: stress"),
            figure("stress"),
            Limit::share_of(MAX_STRESS_RATIO, best),
            Unit::Share,
        ),
        Row::new(
            4,
            format!("{graph}: time"),
            figure("ms"),
            Limit::share_of(MAX_TIME_SHARE, fastest),
            Unit::Ms,
        ),
        Row::is_true(
            4,
            format!("{graph}: the same on a second run"),
            results.flag(&path(ours, "sameOnRerun")),
        ),
        Row::is_true(
            4,
            format!("{graph}: the same natively"),
            same_natively(results, own, &path(ours, "note"), graph),
        ),
    ]
}

/// The page notes a hash of the bytes of its positions, and the native program prints its own.
fn same_natively(results: &Results, own: &Results, note: &str, graph: &str) -> Option<bool> {
    Some(results.at(note)?.as_str()? == own.at(&format!("native/{graph}"))?.as_str()?)
}

pub fn large(results: &Results, own: &Results) -> Vec<Row> {
    results
        .sizes(OURS)
        .into_iter()
        .flat_map(|size| at_size(results, own, size))
        .collect()
}

fn at_size(results: &Results, own: &Results, size: u32) -> Vec<Row> {
    let frame = |gesture: &str| {
        // Frames of a page that does not follow the gesture do not count.
        let path = format!("scale/{OURS}/{size}/{gesture}");
        results
            .flag(&format!("{path}Moved"))?
            .then(|| results.number(&format!("{path}/p95")))?
    };
    let card = own.number(&format!("map/card/{size}"));
    vec![
        Row::frame(5, format!("{size} actors: frame, panning"), frame("pan")),
        Row::frame(5, format!("{size} actors: frame, zooming"), frame("zoom")),
        Row::new(
            5,
            format!("{size} actors: click to card"),
            card,
            Limit::at_most(MAX_CARD_MS),
            Unit::Ms,
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::peers::row::Verdict;

    fn parse(text: &str) -> Results {
        Results::parse(text).expect("the text is JSON")
    }

    #[test]
    fn time_is_that_of_the_fastest_peer_whose_stress_is_comparable() {
        let results = parse(
            r#"{"layout": {
                "fast and bad": {"karate": {"stress": 0.2, "ms": 1}},
                "good": {"karate": {"stress": 0.1, "ms": 40}},
                "nearly as good": {"karate": {"stress": 0.12, "ms": 30}},
                "graphviz-native-neato": {"karate": {"stress": 0.01, "ms": 0.5}},
                "failed": {"karate": {"failed": "over 90 s"}},
                "standpoint: stress": {"karate": {"stress": 0.105, "ms": 15.5, "sameOnRerun": true, "note": "a"}}
            }}"#,
        );
        let rows = layouts(&results, &parse(r#"{"native": {"karate": "b"}}"#));
        use Verdict::{Met, Missed};
        assert_eq!(
            rows.iter().map(|row| row.verdict).collect::<Vec<_>>(),
            [Met, Missed, Met, Missed]
        );
        assert_eq!(rows[0].target, "≤ 0.1050 (1.05 × good)");
        assert_eq!(rows[1].target, "≤ 15.0 ms (0.5 × nearly as good)");
    }

    #[test]
    fn crossings_are_compared_at_each_width_with_the_best_peer_there() {
        let results = parse(
            r#"{"small": {
                "a": {"screenMedian": {"crossingsDrawn": 9}, "at320": {"crossingsDrawn": 12}},
                "b": {"screenMedian": {"crossingsDrawn": 14}, "at320": {"crossingsDrawn": 10}},
                "standpoint": {"screenMedian": {"crossingsDrawn": 9}, "at320": {"crossingsDrawn": 11}}
            }}"#,
        );
        let rows = small(&results, &parse("{}"));
        let crossings: Vec<_> = rows
            .iter()
            .filter(|row| row.name.ends_with("crossings"))
            .collect();
        assert_eq!(
            [crossings[0].verdict, crossings[1].verdict],
            [Verdict::Met, Verdict::Missed]
        );
        assert_eq!(
            [crossings[0].target.as_str(), crossings[1].target.as_str()],
            ["≤ 9 (a)", "≤ 10 (b)"]
        );
    }
}
