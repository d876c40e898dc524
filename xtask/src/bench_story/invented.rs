//! Invents a story of any size that looks like a newsroom's archive of a long dispute: most events
//! known to the day, some only roughly, and a few actors with many relations.

use super::Texts;
use super::random::Random;
use super::toml::TomlWriter;
use super::words;

/// The size of a story, and the seed of its details: the same measure gives the same bytes.
#[derive(Clone, Copy, Debug)]
pub struct Measure {
    pub events: usize,
    pub actors: usize,
    pub seed: u64,
}

/// From 1995 to the date of the data, in days since 1970.
const TIME: (usize, usize) = (9_131, 20_269);
const UPDATED: &str = "2025-06-30";
/// How many days ahead of the data forecasts may lie.
const FUTURE: usize = 3_650;
const PASSAGES: usize = 20;
const REFERENCES: usize = 12;
/// Id, name and tense of the phases; those of the past are equally long.
const PHASES: [(&str, &str, &str); 5] = [
    ("planning", "Planning", "past"),
    ("building", "Building", "past"),
    ("reckoning", "Reckoning", "past"),
    ("now", "Now", "now"),
    ("ahead", "What may follow", "future"),
];

/// The story's two files; they validate without errors.
pub fn invented(measure: Measure) -> Texts {
    let mut generator = Generator::new(measure);
    let mut body = TomlWriter::default();
    generator.groups_and_issues(&mut body);
    generator.actors(&mut body);
    generator.positions(&mut body);
    generator.relations(&mut body);
    generator.events(&mut body);
    generator.references(&mut body);
    let article = generator.article();
    Texts {
        story: generator.head() + &body.finish(),
        article,
    }
}

struct Generator {
    measure: Measure,
    random: Random,
    actor_names: Vec<String>,
    event_titles: Vec<String>,
    /// The actors at both ends of every relation so far: those with many are drawn often.
    relation_ends: Vec<usize>,
    /// How many claims have named a reference so far, and how many a passage.
    reference_claims: usize,
    passage_claims: usize,
}

fn actor(index: usize) -> String {
    format!("a{index}")
}

fn event(index: usize) -> String {
    format!("e{index}")
}

/// The date of a day counted from 1970-01-01, as `2025-06-30`.
fn date(mut days: usize) -> String {
    let leap = |year: usize| {
        year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
    };
    let mut year = 1970;
    while days >= 365 + usize::from(leap(year)) {
        days -= 365 + usize::from(leap(year));
        year += 1;
    }
    let february = 28 + usize::from(leap(year));
    let mut month = 1;
    for length in [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30] {
        if days < length {
            break;
        }
        days -= length;
        month += 1;
    }
    format!("{year}-{month:02}-{:02}", days + 1)
}

impl Generator {
    fn new(measure: Measure) -> Self {
        // The sizes are part of the seed, so that no two sizes begin alike.
        let seed = measure.seed ^ ((measure.events as u64) << 32) ^ ((measure.actors as u64) << 16);
        Self {
            measure,
            random: Random::new(seed),
            actor_names: Vec::new(),
            event_titles: Vec::new(),
            relation_ends: Vec::new(),
            reference_claims: 0,
            passage_claims: 0,
        }
    }

    fn head(&self) -> String {
        let Measure {
            events,
            actors,
            seed,
        } = self.measure;
        let mut head = TomlWriter::default();
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
        head.finish()
    }

    fn group_count(&self) -> usize {
        (self.measure.actors / 40)
            .clamp(4, words::GROUPS.len())
            .min(self.measure.actors)
    }

    /// Each issue needs an actor with a position on it.
    fn issue_count(&self) -> usize {
        words::ISSUES.len().min(self.measure.actors)
    }

    fn groups_and_issues(&mut self, out: &mut TomlWriter) {
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

    fn actors(&mut self, out: &mut TomlWriter) {
        for index in 0..self.measure.actors {
            let (name, kind) = self.name();
            let about = words::text(&mut self.random, 2);
            out.entry("actor")
                .text("id", &actor(index))
                .text("name", &name)
                .text("kind", kind);
            out.text("group", &format!("g{}", self.group(index)))
                .text("about", &about);
            self.actor_names.push(name);
        }
    }

    fn name(&mut self) -> (String, &'static str) {
        if self.random.percent(45) {
            return (words::person(&mut self.random), "person");
        }
        let (body, kind) = *self.random.choose(&words::BODIES);
        (format!("{body} of {}", words::town(&mut self.random)), kind)
    }

    /// The first actors fill one group each; after them the first groups are the likelier ones.
    fn group(&mut self, actor: usize) -> usize {
        let count = self.group_count();
        if actor < count {
            actor
        } else {
            self.random.below(count).min(self.random.below(count + 2))
        }
    }

    fn positions(&mut self, out: &mut TomlWriter) {
        let issues = self.issue_count();
        for index in 0..self.measure.actors {
            // The first actors make sure that each issue has a position.
            let own = (index < issues).then_some(index);
            let extra = if self.random.percent(60) {
                1 + self.random.below(3)
            } else {
                0
            };
            let mut taken: Vec<usize> = own
                .into_iter()
                .chain((0..extra).map(|_| self.random.below(issues)))
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
                out.optional("stance", stance.as_deref());
                self.claim(out, 2, false);
            }
        }
    }

    /// Relates each actor to one before it, and some to more; actors with many relations are the
    /// likeliest to get another.
    fn relations(&mut self, out: &mut TomlWriter) {
        for index in 1..self.measure.actors {
            let count =
                1 + usize::from(self.random.percent(40)) + usize::from(self.random.percent(15));
            let mut related = Vec::new();
            for _ in 0..count {
                let partner = self.random_actor(index);
                if !related.contains(&partner) {
                    related.push(partner);
                    self.relation(out, index, partner);
                }
            }
        }
    }

    /// An actor below `end`: the more relations it has, the likelier.
    fn random_actor(&mut self, end: usize) -> usize {
        if !self.relation_ends.is_empty() && self.random.percent(75) {
            let actor = *self.random.choose(&self.relation_ends);
            if actor < end {
                return actor;
            }
        }
        self.random.below(end)
    }

    fn relation(&mut self, out: &mut TomlWriter, from: usize, to: usize) {
        let (label, tone) = *self.random.choose(&words::RELATIONS);
        let (from, to) = if self.random.percent(70) {
            (from, to)
        } else {
            (to, from)
        };
        out.entry("relation")
            .text("from", &actor(from))
            .text("to", &actor(to))
            .text("label", label)
            .optional("tone", (tone != "neutral").then_some(tone));
        self.claim(out, 1, false);
        self.relation_ends.extend([from, to]);
    }

    /// Writes the text of an entry, its evidence, and where that is.
    fn claim(&mut self, out: &mut TomlWriter, sentences: usize, forecast: bool) {
        let evidence = if forecast {
            "forecast"
        } else {
            self.evidence()
        };
        out.text("text", &words::text(&mut self.random, sentences))
            .text("evidence", evidence);
        if evidence == "quoted" {
            out.text("quote", &words::quote(&mut self.random));
        }
        if evidence == "context" {
            out.text(
                "reference",
                &format!("r{}", self.reference_claims % REFERENCES),
            );
            self.reference_claims += 1;
        } else {
            out.text("passage", &format!("p{}", self.passage_claims % PASSAGES));
            self.passage_claims += 1;
        }
    }

    fn evidence(&mut self) -> &'static str {
        match self.random.below(100) {
            0..25 => "quoted",
            25..70 => "reported",
            70..85 => "inferred",
            _ => "context",
        }
    }

    /// The days on which events start, in order: the last of them are forecasts, in the future.
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

    fn events(&mut self, out: &mut TomlWriter) {
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
            self.event_titles.push(title);
            out.optional("when", when.as_deref())
                .text("phase", self.phase(day));
            let (actors, issues) = (self.participants(), self.touched_issues());
            out.list("actors", &actors).list("issues", &issues);
            self.claim(out, 4, day > TIME.1);
        }
    }

    /// A date in EDTF, mostly exact to the day.
    fn when(&mut self, start: usize) -> Option<String> {
        let day = date(start);
        let (year, month) = (&day[..4], &day[..7]);
        match self.random.below(100) {
            0..66 => Some(day),
            66..76 => Some(month.to_owned()),
            76..80 => Some(year.to_owned()),
            80..90 => Some(format!(
                "{day}/{}",
                date(start + 1 + self.random.below(120))
            )),
            90..93 => Some(format!("{month}~")),
            93..95 => Some(format!("{year}?")),
            95..96 => Some(format!("{day}/..")),
            _ => None,
        }
    }

    /// Up to four actors, those with many relations more often than others.
    fn participants(&mut self) -> Vec<String> {
        let end = if self.measure.actors > 0 { 5 } else { 0 };
        let mut drawn: Vec<usize> = (0..self.random.below(end))
            .map(|_| self.random_actor(self.measure.actors))
            .collect();
        drawn.sort_unstable();
        drawn.dedup();
        drawn.into_iter().map(actor).collect()
    }

    fn touched_issues(&mut self) -> Vec<String> {
        let count = self.issue_count();
        let touched = count > 0 && self.random.percent(50);
        if touched {
            vec![format!("i{}", self.random.below(count))]
        } else {
            Vec::new()
        }
    }

    fn references(&mut self, out: &mut TomlWriter) {
        for index in 0..self.reference_claims.min(REFERENCES) {
            out.entry("reference")
                .text("id", &format!("r{index}"))
                .text("title", &words::title(&mut self.random));
            let publisher = format!("{} Record Office", words::town(&mut self.random));
            out.text("publisher", &publisher)
                .text("date", &format!("{}", 1996 + 2 * index));
        }
    }

    /// An article is as long for a large story as for a small one.
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
        let mut sentences: Vec<String> = (0..3).map(|_| self.statement()).collect();
        if self.measure.events > 0 {
            let event = self.random.below(self.measure.events);
            sentences.push(format!(
                "[{}](event:e{event}).{{reported}}",
                self.event_titles[event]
            ));
        }
        sentences.join(" ")
    }

    fn statement(&mut self) -> String {
        let mark = ["reported", "inferred", "context", "reported"][self.random.below(4)];
        let clause = words::clause(&mut self.random);
        if self.actor_names.is_empty() {
            return format!("It is said that {clause}.{{{mark}}}");
        }
        let actor = self.random_actor(self.actor_names.len());
        format!(
            "According to [{}](actor:a{actor}), {clause}.{{{mark}}}",
            self.actor_names[actor]
        )
    }
}
