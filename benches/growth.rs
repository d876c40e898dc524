//! How the work grows with a story: reading, checking, laying out and prerendering 10, 100, 1,000
//! and 10,000 events with a third as many actors. `cargo bench` prints a time and, for each tenfold
//! story, how many times as long it takes: that is the same on every machine. `cargo test` runs
//! each once, tiny. Asserts no time.

use standpoint::app::StoryRef;
use standpoint::format::rules;
use standpoint::layout::Content;
use standpoint::layout::timeline::{LEAST, strip};
use standpoint::site::prerender::prerender;
use standpoint::{format, story::Story};
use std::hint::black_box;
use std::time::{Duration, Instant};
use xtask::bench_story::{Measure, Texts, invented};

const SIZES: [usize; 4] = [10, 100, 1_000, 10_000];

/// A benchmark takes the best of this many runs, or of those that begin within the time.
const RUNS: usize = 15;
const MAX_TIME: Duration = Duration::from_secs(4);

/// After a longer run, a story of ten times the size is not tried.
const MAX_RUN: Duration = Duration::from_secs(10);

/// A part of the work: what it is called, and a run of it on a story that is ready.
type Work = (&'static str, fn(&Ready));

const WORKS: [Work; 4] = [
    ("wire", |ready| {
        drop(black_box(format::read(
            "bench",
            &ready.texts.story,
            &ready.texts.article,
        )))
    }),
    ("check", |ready| {
        drop(black_box(rules::story(
            "bench",
            Some(&ready.texts.story),
            Some(&ready.texts.article),
            None,
        )))
    }),
    ("layout", |ready| {
        drop(black_box(strip(&ready.story, LEAST)))
    }),
    ("prerender", |ready| {
        drop(black_box(prerender(
            &StoryRef::from(Content::of(ready.story.clone())),
            true,
        )))
    }),
];

/// The inputs of all parts of the work.
struct Ready {
    texts: Texts,
    story: Story,
}

fn main() {
    // Cargo says `--bench` when it means to measure; without, this is a test.
    let measuring = std::env::args().any(|argument| argument == "--bench");
    let selected: Vec<String> = std::env::args()
        .skip(1)
        .filter(|argument| !argument.starts_with('-'))
        .collect();
    let selected = |name: &str| {
        selected.is_empty() || selected.iter().any(|part| name.contains(part.as_str()))
    };
    for (name, work) in WORKS.into_iter().filter(|(name, _)| selected(name)) {
        if measuring {
            grow(name, work)
        } else {
            work(&Ready::of(SIZES[0]))
        }
    }
}

impl Ready {
    fn of(events: usize) -> Self {
        let texts = invented(Measure {
            events,
            actors: events.div_ceil(3),
            seed: 1,
        });
        let (story, problems) = format::read("bench", &texts.story, &texts.article);
        let story = story
            .unwrap_or_else(|| panic!("the generator writes sound stories, not with {problems:?}"));
        Self { texts, story }
    }
}

/// Prints the shortest time of each size, and its ratio to the size before.
fn grow(name: &str, work: fn(&Ready)) {
    let mut before: Option<f64> = None;
    for size in SIZES {
        let ready = Ready::of(size);
        let time = fastest(|| work(&ready));
        let ratio = before.map_or(String::new(), |before| format!("× {:.1}", time / before));
        println!("{name:<10} {size:>6}  {:>12.3} ms  {ratio}", time * 1e3);
        before = Some(time);
        if time > MAX_RUN.as_secs_f64() {
            println!("{name:<10} larger stories would take too long");
            break;
        }
    }
}

/// The shortest time of several runs, s: noise only adds.
fn fastest(run: impl Fn()) -> f64 {
    let start = Instant::now();
    let mut fastest = f64::MAX;
    for _ in 0..RUNS {
        let begin = Instant::now();
        run();
        fastest = fastest.min(begin.elapsed().as_secs_f64());
        if start.elapsed() > MAX_TIME {
            break;
        }
    }
    fastest
}
