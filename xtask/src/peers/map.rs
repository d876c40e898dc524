//! The bars of maps, from the results of the bench's map script.

use super::bars::{Limit, Row, Unit, sum};
use super::results::{OURS, Results};
use super::timeline::FRAME;

/// Our stress may be this many times that of the best peer.
const STRESS: f64 = 1.05;

/// Peers whose stress is at most this many times the best one's are worth a race.
const COMPARABLE: f64 = 1.2;

/// The share of their fastest one's time in which ours is done.
const TIME: f64 = 0.5;

const LABEL: f64 = 11.0;
const TARGET: f64 = 24.0;

/// From a click to the card, ms.
const CARD: f64 = 100.0;

/// The two widths of the bench, and the paths of their figures.
const WIDTHS: [(&str, &str); 2] = [("1100 px", "screenMedian"), ("320 px", "at320")];

pub fn small(results: &Results, own: &Results) -> Vec<Row> {
    let ours = |path: &str| results.number(&format!("small/{OURS}/{path}"));
    let missing = |seen: &str, of: f64| ours(&format!("noJs/{seen}")).map(|seen| of - seen);
    let counted = |what: &str| own.number(&format!("map/{what}"));
    let mut rows = vec![
        Row::none(
            1,
            "actors missing without script",
            counted("actors").and_then(|of| missing("actorsVisible", of)),
        ),
        Row::none(
            1,
            "relations missing without script",
            counted("relations").and_then(|of| missing("relationLabelsVisible", of)),
        ),
        Row::none(
            1,
            "axe rules broken by the map",
            results.count(&format!("small/{OURS}/axe")),
        ),
        Row::none(
            1,
            "actors not opened by keyboard",
            counted("keyboard/missed"),
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
    let fewest = results.least(&results.peers("small"), |peer| {
        format!("small/{peer}/{figures}/crossingsDrawn")
    });
    // A name may be in its actor's box or beside it.
    let through = sum(&[
        ours("linesThroughActorNames"),
        ours("linesThroughForeignActors"),
    ]);
    let size = |what: &str, figure: &str, least: f64| {
        Row::at_least(
            3,
            format!("{width}: {what}"),
            ours(figure),
            Limit::fixed(least),
            Unit::Px,
        )
    };
    vec![
        Row::none(
            3,
            format!("{width}: labels over labels"),
            ours("labelLabelOverlaps"),
        ),
        Row::none(
            3,
            format!("{width}: labels over foreign actors"),
            ours("labelOnForeignNode"),
        ),
        Row::none(3, format!("{width}: lines through names"), through),
        Row::at_most(
            3,
            format!("{width}: crossings"),
            ours("crossingsDrawn"),
            Limit::of(1.0, fewest),
            Unit::Count,
        ),
        size("names of actors", "nodeLabelPx", LABEL),
        size("words on lines", "edgeLabelPx", LABEL),
        size("smallest target", "smallestTargetPx", TARGET),
    ]
}

pub fn layout(results: &Results, own: &Results) -> Vec<Row> {
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
    // The race is between programs in the browser.
    peers.retain(|peer| !peer.contains("native"));
    let best = results.least(&peers, |peer| path(peer, "stress"));
    let enough = best
        .as_ref()
        .map_or(f64::MIN, |(_, stress)| stress * COMPARABLE);
    peers.retain(|peer| {
        results
            .number(&path(peer, "stress"))
            .is_some_and(|stress| stress <= enough)
    });
    let fastest = results.least(&peers, |peer| path(peer, "ms"));
    vec![
        Row::at_most(
            4,
            format!("{graph}: stress"),
            figure("stress"),
            Limit::of(STRESS, best),
            Unit::Share,
        ),
        Row::at_most(
            4,
            format!("{graph}: time"),
            figure("ms"),
            Limit::of(TIME, fastest),
            Unit::Ms,
        ),
        Row::holds(
            4,
            format!("{graph}: the same on a second run"),
            results.is(&path(ours, "sameOnRerun")),
        ),
        Row::holds(
            4,
            format!("{graph}: the same natively"),
            same(results, own, &path(ours, "note"), graph),
        ),
    ]
}

/// The page notes a hash of the bytes of its places, and the native program prints its own.
fn same(results: &Results, own: &Results, note: &str, graph: &str) -> Option<bool> {
    Some(results.at(note)?.as_str()? == own.at(&format!("native/{graph}"))?.as_str()?)
}

pub fn scale(results: &Results, own: &Results) -> Vec<Row> {
    results
        .sizes(OURS)
        .into_iter()
        .flat_map(|size| at_size(results, own, size))
        .collect()
}

fn at_size(results: &Results, own: &Results, size: u32) -> Vec<Row> {
    let frames = |gesture: &str, moved: &str| {
        // Frames of a page that does not follow the gesture are no figure.
        let figure = results.is(&format!("scale/{OURS}/{size}/{moved}"))?;
        figure.then(|| results.number(&format!("scale/{OURS}/{size}/{gesture}/p95")))?
    };
    let card = own.number(&format!("map/card/{size}"));
    vec![
        Row::at_most(
            5,
            format!("{size} actors: frame, panning, p95"),
            frames("pan", "panMoved"),
            Limit::fixed(FRAME),
            Unit::Ms,
        ),
        Row::at_most(
            5,
            format!("{size} actors: frame, zooming, p95"),
            frames("zoom", "zoomMoved"),
            Limit::fixed(FRAME),
            Unit::Ms,
        ),
        Row::at_most(
            5,
            format!("{size} actors: click to card"),
            card,
            Limit::fixed(CARD),
            Unit::Ms,
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::peers::bars::Verdict;

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
        let rows = layout(&results, &parse(r#"{"native": {"karate": "b"}}"#));
        use Verdict::{Met, Missed};
        assert_eq!(
            rows.iter().map(|row| row.verdict).collect::<Vec<_>>(),
            [Met, Missed, Met, Missed]
        );
        assert_eq!(rows[0].wanted, "≤ 0.1050 (1.05 × good)");
        assert_eq!(rows[1].wanted, "≤ 15.0 ms (0.5 × nearly as good)");
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
            .filter(|row| row.what.ends_with("crossings"))
            .collect();
        assert_eq!(
            [crossings[0].verdict, crossings[1].verdict],
            [Verdict::Met, Verdict::Missed]
        );
        assert_eq!(
            [crossings[0].wanted.as_str(), crossings[1].wanted.as_str()],
            ["≤ 9 (a)", "≤ 10 (b)"]
        );
    }
}
