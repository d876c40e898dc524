//! Invents a story of so many events and actors, as a newsroom's own archive of a long dispute
//! would look: many things that are known to the day, some only roughly, a few actors whom
//! everything runs through. Knows no disk.

use super::Texts;
use super::entries::Entries;
use super::random::Random;
use super::words;
use crate::date::civil;
use crate::story::Evidence;

/// What decides a story: the same measure gives the same bytes.
#[derive(Clone, Copy, Debug)]
pub struct Measure {
    pub events: usize,
    pub actors: usize,
    pub seed: u64,
}

/// From 1995 to the date of the data, in days since 1970.
const TIME: (usize, usize) = (9_131, 20_269);
const UPDATED: &str = "2025-06-30";
/// What may come lies in the years behind.
const FUTURE: usize = 3_650;
const PASSAGES: usize = 20;
const REFERENCES: usize = 12;
/// Id, name and tense of the phases; the past ones are equally long.
const PHASES: [(&str, &str, &str); 5] = [
    ("planning", "Planning", "past"),
    ("building", "Building", "past"),
    ("reckoning", "Reckoning", "past"),
    ("now", "Now", "now"),
    ("ahead", "What may follow", "future"),
];

/// The story's two files; they pass every rule that makes an error.
pub fn invented(measure: Measure) -> Texts {
    let mut maker = Maker::new(measure);
    let mut body = Entries::default();
    maker.groups_and_issues(&mut body);
    maker.actors(&mut body);
    maker.positions(&mut body);
    maker.relations(&mut body);
    maker.events(&mut body);
    maker.references(&mut body);
    let article = maker.article();
    Texts {
        story: maker.head() + &body.written(),
        article,
    }
}

struct Maker {
    measure: Measure,
    random: Random,
    /// What the actors and events are called.
    names: Vec<String>,
    titles: Vec<String>,
    /// Each actor as often as it has ties: who has many is drawn often.
    weighed: Vec<usize>,
    /// How many references were named so far, and how many passages.
    referred: usize,
    told: usize,
}

fn actor(index: usize) -> String {
    format!("a{index}")
}

fn event(index: usize) -> String {
    format!("e{index}")
}

fn day(day: usize) -> String {
    let civil::Day { year, month, day } = civil::day(day as f64);
    format!("{year:04}-{month:02}-{day:02}")
}

impl Maker {
    fn new(measure: Measure) -> Self {
        // Stirred together, so that no two sizes share their beginning.
        let seed = measure.seed ^ ((measure.events as u64) << 32) ^ ((measure.actors as u64) << 16);
        let (names, titles, weighed) = Default::default();
        Self {
            measure,
            random: Random::new(seed),
            names,
            titles,
            weighed,
            referred: 0,
            told: 0,
        }
    }

    fn head(&self) -> String {
        let Measure {
            events,
            actors,
            seed,
        } = self.measure;
        let mut head = Entries::default();
        let standfirst = format!(
            "An invented story of {events} events and {actors} actors, made to measure speed with. Nothing in it is true."
        );
        head.number("format", 1)
            .text("lang", "en")
            .text("title", "The wall and the water");
        head.text("standfirst", &standfirst)
            .text("updated", UPDATED);
        let title = format!("Thirty years of a flood wall, number {seed}");
        head.table("source")
            .text("name", "the chronicle")
            .text("title", &title);
        head.text("publisher", "standpoint bench-story")
            .text("date", UPDATED);
        head.written()
    }

    fn group_count(&self) -> usize {
        (self.measure.actors / 40)
            .clamp(4, words::GROUPS.len())
            .min(self.measure.actors)
    }

    /// Each issue needs an actor who says something on it.
    fn issue_count(&self) -> usize {
        words::ISSUES.len().min(self.measure.actors)
    }

    fn groups_and_issues(&mut self, out: &mut Entries) {
        for (index, name) in words::GROUPS.iter().take(self.group_count()).enumerate() {
            out.entry("group")
                .text("id", &format!("g{index}"))
                .text("name", name);
        }
        for (index, (name, question, scale)) in
            words::ISSUES.iter().take(self.issue_count()).enumerate()
        {
            out.entry("issue")
                .text("id", &format!("i{index}"))
                .text("name", name)
                .text("question", question);
            for (step, label) in scale.iter().enumerate() {
                out.entry("issue.stance")
                    .text("id", &format!("s{step}"))
                    .text("label", label);
            }
        }
    }

    fn actors(&mut self, out: &mut Entries) {
        for index in 0..self.measure.actors {
            let (name, kind) = self.name();
            let about = words::text(&mut self.random, 2);
            out.entry("actor")
                .text("id", &actor(index))
                .text("name", &name)
                .text("kind", kind);
            out.text("group", &format!("g{}", self.group(index)))
                .text("about", &about);
            self.names.push(name);
        }
    }

    fn name(&mut self) -> (String, &'static str) {
        if self.random.percent(45) {
            return (words::person(&mut self.random), "person");
        }
        let (body, kind) = *self.random.one(&words::BODIES);
        (format!("{body} of {}", words::town(&mut self.random)), kind)
    }

    /// One of each group first, then as chance has it: the first groups are the larger ones.
    fn group(&mut self, actor: usize) -> usize {
        let count = self.group_count();
        if actor < count {
            actor
        } else {
            self.random.below(count).min(self.random.below(count + 2))
        }
    }

    fn positions(&mut self, out: &mut Entries) {
        let issues = self.issue_count();
        for index in 0..self.measure.actors {
            // The first actors see to it that every issue is spoken of.
            let own = (index < issues).then_some(index);
            let more = if self.random.percent(60) {
                1 + self.random.below(3)
            } else {
                0
            };
            let mut taken: Vec<usize> = own
                .into_iter()
                .chain((0..more).map(|_| self.random.below(issues)))
                .collect();
            taken.sort_unstable();
            taken.dedup();
            for issue in taken {
                let scale = words::ISSUES[issue].2.len();
                let stance =
                    (!self.random.percent(8)).then(|| format!("s{}", self.random.below(scale)));
                out.entry("position")
                    .text("actor", &actor(index))
                    .text("issue", &format!("i{issue}"));
                out.maybe("stance", stance.as_deref());
                self.claim(out, 2, false);
            }
        }
    }

    /// Each actor after the first is tied to one before it, and some to more; who has many ties
    /// gets more of them.
    fn relations(&mut self, out: &mut Entries) {
        for index in 1..self.measure.actors {
            let ties =
                1 + usize::from(self.random.percent(40)) + usize::from(self.random.percent(15));
            let mut met = Vec::new();
            for _ in 0..ties {
                let other = self.drawn(index);
                if !met.contains(&other) {
                    met.push(other);
                    self.tie(out, index, other);
                }
            }
        }
    }

    /// An actor below `end`: the more ties it has, the likelier.
    fn drawn(&mut self, end: usize) -> usize {
        let known = !self.weighed.is_empty() && self.random.percent(75);
        let drawn = if known {
            *self.random.one(&self.weighed)
        } else {
            end
        };
        if drawn < end {
            drawn
        } else {
            self.random.below(end)
        }
    }

    fn tie(&mut self, out: &mut Entries, from: usize, to: usize) {
        let (label, tone) = *self.random.one(&words::TIES);
        let (from, to) = if self.random.percent(70) {
            (from, to)
        } else {
            (to, from)
        };
        out.entry("relation")
            .text("from", &actor(from))
            .text("to", &actor(to))
            .text("label", label);
        if tone != "neutral" {
            out.text("tone", tone);
        }
        self.claim(out, 1, false);
        self.weighed.extend([from, to]);
    }

    /// The text of an entry, how it is known, and where.
    fn claim(&mut self, out: &mut Entries, sentences: usize, forecast: bool) {
        let evidence = if forecast {
            Evidence::Forecast
        } else {
            self.evidence()
        };
        out.text("text", &words::text(&mut self.random, sentences))
            .text("evidence", evidence.key());
        if evidence == Evidence::Quoted {
            out.text("quote", &words::quote(&mut self.random));
        }
        if evidence == Evidence::Context {
            out.text("reference", &format!("r{}", self.referred % REFERENCES));
            self.referred += 1;
        } else {
            out.text("passage", &format!("p{}", self.told % PASSAGES));
            self.told += 1;
        }
    }

    fn evidence(&mut self) -> Evidence {
        match self.random.below(100) {
            0..25 => Evidence::Quoted,
            25..70 => Evidence::Reported,
            70..85 => Evidence::Inferred,
            _ => Evidence::Context,
        }
    }

    /// The days on which events start, in order, the last of them in the future: forecasts, and
    /// events of today before them.
    fn days(&mut self) -> Vec<usize> {
        let Measure { events, .. } = self.measure;
        let ahead = events / 40;
        let past = events - ahead;
        let mut days: Vec<usize> = (0..past)
            .map(|_| TIME.0 + self.random.below(TIME.1 - TIME.0))
            .collect();
        days.extend((0..ahead).map(|_| TIME.1 + 30 + self.random.below(FUTURE)));
        days.sort_unstable();
        days
    }

    fn phase(&self, day: usize) -> &'static str {
        let (start, end) = TIME;
        let step = (end - start) / 3;
        let phase = match day {
            day if day > end => 4,
            day if day + 90 > end => 3,
            day => ((day - start) / step).min(2),
        };
        PHASES[phase].0
    }

    fn events(&mut self, out: &mut Entries) {
        let days = self.days();
        for (id, name, tense) in PHASES {
            if days.iter().any(|day| self.phase(*day) == id) {
                out.entry("phase")
                    .text("id", id)
                    .text("name", name)
                    .text("tense", tense);
            }
        }
        for (index, day) in days.into_iter().enumerate() {
            let when = self.when(day);
            let title = words::title(&mut self.random);
            out.entry("event")
                .text("id", &event(index))
                .text("title", &title);
            self.titles.push(title);
            out.maybe("when", when.as_deref())
                .text("phase", self.phase(day));
            let (actors, issues) = (self.taking_part(), self.touched());
            out.list("actors", &actors).list("issues", &issues);
            self.claim(out, 4, day > TIME.1);
        }
    }

    /// As exact as it is known: mostly to the day.
    fn when(&mut self, start: usize) -> Option<String> {
        let date = day(start);
        let (year, month) = (&date[..4], &date[..7]);
        match self.random.below(100) {
            0..66 => Some(date),
            66..76 => Some(month.to_owned()),
            76..80 => Some(year.to_owned()),
            80..90 => Some(format!(
                "{date}/{}",
                day(start + 1 + self.random.below(120))
            )),
            90..93 => Some(format!("{month}~")),
            93..95 => Some(format!("{year}?")),
            95..96 => Some(format!("{date}/..")),
            _ => None,
        }
    }

    /// Up to four, those with many ties more often than others.
    fn taking_part(&mut self) -> Vec<String> {
        let most = if self.measure.actors > 0 { 5 } else { 0 };
        let mut drawn: Vec<usize> = (0..self.random.below(most))
            .map(|_| self.drawn(self.measure.actors))
            .collect();
        drawn.sort_unstable();
        drawn.dedup();
        drawn.into_iter().map(actor).collect()
    }

    fn touched(&mut self) -> Vec<String> {
        let count = self.issue_count();
        let touched = count > 0 && self.random.percent(50);
        if touched {
            vec![format!("i{}", self.random.below(count))]
        } else {
            Vec::new()
        }
    }

    fn references(&mut self, out: &mut Entries) {
        for index in 0..self.referred.min(REFERENCES) {
            out.entry("reference")
                .text("id", &format!("r{index}"))
                .text("title", &words::title(&mut self.random));
            let publisher = format!("{} Record Office", words::town(&mut self.random));
            out.text("publisher", &publisher)
                .text("date", &format!("{}", 1996 + 2 * index));
        }
    }

    /// Its length does not follow the story's: an article is written for readers.
    fn article(&mut self) -> String {
        (0..PASSAGES)
            .map(|index| self.passage(index))
            .collect::<Vec<_>>()
            .join("\n")
    }

    fn passage(&mut self, index: usize) -> String {
        let heading = words::title(&mut self.random);
        let paragraphs: Vec<String> = (0..2).map(|_| self.paragraph()).collect();
        format!(
            "## {heading} {{#p{index}}}\n\n{}\n",
            paragraphs.join("\n\n")
        )
    }

    fn paragraph(&mut self) -> String {
        let mut said: Vec<String> = (0..3).map(|_| self.statement()).collect();
        if self.measure.events > 0 {
            let told = self.random.below(self.measure.events);
            said.push(format!(
                "[{}](event:e{told}).{{reported}}",
                self.titles[told]
            ));
        }
        said.join(" ")
    }

    fn statement(&mut self) -> String {
        let mark = ["reported", "inferred", "context", "reported"][self.random.below(4)];
        let clause = words::clause(&mut self.random);
        if self.names.is_empty() {
            return format!("It is said that {clause}.{{{mark}}}");
        }
        let who = self.drawn(self.names.len());
        format!(
            "According to [{}](actor:a{who}), {clause}.{{{mark}}}",
            self.names[who]
        )
    }
}
