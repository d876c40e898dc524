//! An axis of several scales: where events crowd together and are far from the others, the axis
//! breaks and goes on in a scale of its own.

/// Between two pieces, in px at the least width.
pub const BREAK: f64 = 26.0;
/// A piece has room for one date in words, in px at the least width.
const NARROWEST: f64 = 76.0;
/// Marks closer than this crowd, in px.
const NEAR: f64 = 22.0;
/// A break must save so much crowding: the sum of halvings by which neighbours come too close.
const COST: f64 = 3.0;
/// So many sections at most.
const MAX_SECTIONS: usize = 5;
/// Among many starts two are always near each other, and a piece of the axis for them would take
/// its room from all others: beyond so many, only gaps of this share of the whole are tried. To try
/// every gap would take time that grows with the square of the starts, too.
const MOST_STARTS: usize = 48;
const WIDE: f64 = 0.05;

/// A stretch of the axis with a scale of its own.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Section {
    pub domain: (f64, f64),
    /// In percent.
    pub range: (f64, f64),
}

/// The sections of an axis over `range` percent, from left to right, for stretches of days in the
/// order of their starts; at least one. `px` is how many px a percent is at the least width.
pub fn broken(spans: &[(f64, f64)], range: (f64, f64), px: f64) -> Vec<Section> {
    let starts: Vec<f64> = spans.iter().map(|span| span.0).collect();
    let room = (range.1 - range.0) * px;
    let most = ((room / (NARROWEST + BREAK)) as usize).clamp(1, MAX_SECTIONS);
    let edges = edges(&starts, room, most);
    let runs: Vec<_> = edges.windows(2).map(|edge| edge[0]..edge[1]).collect();
    let free = room - BREAK * (runs.len() - 1) as f64 - NARROWEST * runs.len() as f64;
    let mut x = range.0;
    let sections = runs.iter().map(|run| {
        // More room for more events, but not in proportion: one event alone tells something too.
        let width = (NARROWEST + free * run.len() as f64 / spans.len() as f64) / px;
        let section = Section {
            domain: domain(spans, run.start, run.end),
            range: (x, x + width),
        };
        x += width + BREAK / px;
        section
    });
    sections.collect()
}

/// From the first start to the last end that does not reach into the next section, or its last
/// start.
fn domain(spans: &[(f64, f64)], from: usize, to: usize) -> (f64, f64) {
    let limit = spans.get(to).map_or(f64::INFINITY, |next| next.0);
    let ends = spans[from..to]
        .iter()
        .map(|span| span.1)
        .filter(|end| *end <= limit);
    (spans[from].0, ends.fold(spans[to - 1].0, f64::max))
}

/// Where the sections begin and end, as indices: breaks are added one by one, each where it saves
/// most, as long as it does.
fn edges(starts: &[f64], room: f64, most: usize) -> Vec<usize> {
    let mut edges = vec![0, starts.len()];
    let least = if starts.len() > MOST_STARTS {
        WIDE * (starts[starts.len() - 1] - starts[0])
    } else {
        0.0
    };
    let wide: Vec<_> = (1..starts.len())
        .filter(|at| starts[*at] - starts[at - 1] > least)
        .collect();
    while edges.len() <= most {
        let with = |at: usize| {
            let mut edges = edges.clone();
            edges.push(at);
            edges.sort_unstable();
            (cost(starts, &edges, room), edges)
        };
        let open = wide.iter().copied().filter(|at| !edges.contains(at));
        match open.map(with).min_by(|a, b| a.0.total_cmp(&b.0)) {
            Some((less, next)) if less < cost(starts, &edges, room) => edges = next,
            _ => break,
        }
    }
    edges
}

/// What is bad about an axis with these sections: crowding in them, and the breaks themselves.
fn cost(starts: &[f64], edges: &[usize], room: f64) -> f64 {
    let sections: Vec<_> = edges
        .windows(2)
        .map(|edge| &starts[edge[0]..edge[1]])
        .collect();
    // A day's px in a section; endless where it holds a single time.
    let px = |section: &[f64]| {
        room * section.len() as f64
            / starts.len() as f64
            / (section[section.len() - 1] - section[0]).max(0.0)
    };
    let crowding: f64 = sections
        .iter()
        .map(|section| {
            section
                .windows(2)
                .map(|pair| near(pair[1] - pair[0], px(section)))
                .sum::<f64>()
        })
        .sum();
    let breaks: f64 = sections
        .windows(2)
        .map(|pair| {
            let gap = pair[1][0] - pair[0][pair[0].len() - 1];
            // A break amid what is one moment on either of its sides tells of a distance that is
            // none.
            let sides = pair
                .iter()
                .map(|section| px(section))
                .filter(|px| px.is_finite());
            COST + sides.map(|px| near(gap, px)).fold(0.0, f64::max)
        })
        .sum();
    crowding + breaks
}

/// How often a gap of so many days had to be doubled to be wide enough. Events of the same time
/// crowd at any scale, and do not count.
fn near(gap: f64, px: f64) -> f64 {
    if gap > 0.0 && px.is_finite() {
        libm::log2(NEAR / (gap * px)).clamp(0.0, 6.0)
    } else {
        0.0
    }
}

#[cfg(test)]
mod tests {
    use super::broken;

    fn sections(starts: impl Iterator<Item = f64>) -> usize {
        let spans: Vec<_> = starts.map(|start| (start, start)).collect();
        broken(&spans, (0.0, 100.0), 10.4).len()
    }

    #[test]
    fn the_axis_breaks_where_time_is_far_apart_however_many_events_there_are() {
        for count in [10, 1000] {
            let evenly = |from: f64| {
                (0..count).map(move |at| from + 500.0 * f64::from(at) / f64::from(count))
            };
            assert_eq!(sections(evenly(0.0)), 1, "{count} evenly");
            assert_eq!(
                sections(evenly(0.0).chain(evenly(90_000.0))),
                2,
                "{count} twice"
            );
        }
    }

    #[test]
    fn two_near_events_of_a_long_story_have_no_piece_of_the_axis_to_themselves() {
        let yearly = |from: u32| (from..from + 30).map(|year| f64::from(year) * 365.25);
        assert_eq!(
            sections([0.0, 2.0].into_iter().chain(yearly(1)).chain(yearly(31))),
            1
        );
        assert_eq!(sections(yearly(0).chain(yearly(400))), 2);
    }
}
