//! The words of invented stories: plain sentences about a river, a wall and those who argue over
//! it.

use super::random::Random;

pub const FIRST_NAMES: [&str; 32] = [
    "Ada", "Bruno", "Clara", "Davit", "Elif", "Farid", "Greta", "Hugo", "Imani", "Jonas", "Kaya",
    "Liam", "Mina", "Nuno", "Oksana", "Pavel", "Quinn", "Rosa", "Selim", "Tara", "Umar", "Vera",
    "Wanda", "Xavier", "Yara", "Zoltan", "Amira", "Boris", "Celia", "Dario", "Esther", "Finn",
];
const ONSETS: [&str; 16] = [
    "Al", "Bar", "Cor", "Dan", "El", "Far", "Gal", "Har", "Is", "Jor", "Kel", "Lor", "Mar", "Nor",
    "Os", "Pel",
];
const ENDINGS: [&str; 16] = [
    "ders", "ington", "ova", "berg", "mond", "ique", "stone", "well", "ano", "idze", "field",
    "sen", "ardo", "wick", "enko", "more",
];
const PLACES: [&str; 20] = [
    "Alder", "Birch", "Castle", "Dock", "East", "Ferry", "Grove", "Hill", "Island", "Lower",
    "Market", "North", "Orchard", "Priory", "Quarry", "River", "South", "Tower", "Upper", "West",
];
/// What a body is called, and its kind.
pub const BODIES: [(&str, &str); 14] = [
    ("Town Council", "council"),
    ("Water Company", "company"),
    ("Harbour Authority", "authority"),
    ("Tenants’ Union", "union"),
    ("Farmers’ Association", "association"),
    ("Heritage Trust", "trust"),
    ("Building Society", "society"),
    ("Chamber of Trade", "business"),
    ("Regional Court", "court"),
    ("Evening Gazette", "newspaper"),
    ("Rescue Service", "service"),
    ("University", "university"),
    ("Planning Committee", "committee"),
    ("Savings Bank", "bank"),
];
pub const GROUPS: [&str; 16] = [
    "Town and county",
    "Builders and suppliers",
    "Residents and tenants",
    "Courts and auditors",
    "Farms and fisheries",
    "Press and broadcasters",
    "Heritage and nature",
    "Science and teaching",
    "Parties and movements",
    "Banks and insurers",
    "Transport and energy",
    "Unions and guilds",
    "Neighbouring towns",
    "Churches and charities",
    "Police and rescue",
    "Trade and tourism",
];
/// What an issue is called, its question, and its scale from one pole to the other.
pub const ISSUES: [(&str, &str, &[&str]); 6] = [
    (
        "The wall",
        "How high should the new wall be?",
        &[
            "no wall",
            "as it is",
            "half a metre more",
            "two metres more",
        ],
    ),
    (
        "Who pays",
        "Who should carry the cost?",
        &["the owners alone", "shared", "the public alone"],
    ),
    (
        "The meadows",
        "May the meadows be flooded on purpose?",
        &["never", "in emergencies", "every spring"],
    ),
    (
        "The inquiry",
        "Should the inquiry sit in public?",
        &["in private", "in public"],
    ),
    (
        "The warnings",
        "Who should decide on a warning?",
        &["the mayor", "a joint board", "the engineers"],
    ),
    (
        "The old harbour",
        "What is the old harbour for?",
        &[
            "work only",
            "mostly work",
            "half and half",
            "mostly homes",
            "homes only",
        ],
    ),
];
/// Words on a line, and which way they pull.
pub const RELATIONS: [(&str, &str); 12] = [
    ("funds", "for"),
    ("speaks for", "for"),
    ("supports", "for"),
    ("advises", "for"),
    ("sues", "against"),
    ("opposes", "against"),
    ("rejects", "against"),
    ("audits", "neutral"),
    ("reports to", "neutral"),
    ("supplies", "neutral"),
    ("rents from", "neutral"),
    ("elects", "neutral"),
];
const SUBJECTS: [&str; 18] = [
    "council",
    "engineers",
    "tenants",
    "mayor",
    "auditors",
    "company",
    "court",
    "farmers",
    "committee",
    "union",
    "insurers",
    "minister",
    "harbour office",
    "residents",
    "experts",
    "builders",
    "rescue service",
    "press",
];
const VERBS: [&str; 18] = [
    "rejected",
    "approved",
    "delayed",
    "published",
    "questioned",
    "defended",
    "withdrew",
    "revised",
    "repeated",
    "welcomed",
    "measured",
    "ignored",
    "cancelled",
    "examined",
    "promised",
    "doubted",
    "rewrote",
    "paid for",
];
const ADJECTIVES: [&str; 18] = [
    "second",
    "costly",
    "public",
    "first",
    "regional",
    "old",
    "new",
    "urgent",
    "disputed",
    "secret",
    "final",
    "third",
    "modest",
    "independent",
    "emergency",
    "joint",
    "long",
    "official",
];
const OBJECTS: [&str; 20] = [
    "repair plan",
    "flood report",
    "budget",
    "contract",
    "survey",
    "warning",
    "claim",
    "inquiry",
    "map of the risk",
    "pump order",
    "letter",
    "vote",
    "audit",
    "tender",
    "model",
    "agreement",
    "wall",
    "gate",
    "rescue drill",
    "loan",
];
const ADVERBIALS: [&str; 14] = [
    "after the storm",
    "before the vote",
    "without a hearing",
    "during the night",
    "in spite of the rain",
    "against all advice",
    "for the third time",
    "with little debate",
    "under pressure",
    "at short notice",
    "behind closed doors",
    "in open session",
    "after a long dispute",
    "without comment",
];

/// A person's name.
pub fn person(random: &mut Random) -> String {
    format!("{} {}", random.choose(&FIRST_NAMES), surname(random))
}

fn surname(random: &mut Random) -> String {
    format!("{}{}", random.choose(&ONSETS), random.choose(&ENDINGS))
}

/// A town's name: "North Kelwick".
pub fn town(random: &mut Random) -> String {
    format!("{} {}", random.choose(&PLACES), surname(random))
}

/// About six words: "Council rejected second repair plan".
pub fn title(random: &mut Random) -> String {
    let (subject, verb) = (*random.choose(&SUBJECTS), *random.choose(&VERBS));
    let (adjective, object, adverbial) = (
        *random.choose(&ADJECTIVES),
        *random.choose(&OBJECTS),
        *random.choose(&ADVERBIALS),
    );
    let title = format!("{} {verb} {adjective} {object}", upper_first(subject));
    if random.percent(60) {
        format!("{title} {adverbial}")
    } else {
        title
    }
}

/// About eleven words without a full stop, in the middle of a sentence.
pub fn clause(random: &mut Random) -> String {
    let (subject, verb) = (*random.choose(&SUBJECTS), *random.choose(&VERBS));
    let (adjective, object, adverbial) = (
        *random.choose(&ADJECTIVES),
        *random.choose(&OBJECTS),
        *random.choose(&ADVERBIALS),
    );
    format!("the {subject} {verb} the {adjective} {object} {adverbial}")
}

/// About eleven words.
pub fn sentence(random: &mut Random) -> String {
    upper_first(&clause(random)) + "."
}

/// A number of sentences.
pub fn text(random: &mut Random, sentences: usize) -> String {
    (0..sentences)
        .map(|_| sentence(random))
        .collect::<Vec<_>>()
        .join(" ")
}

/// A few words as somebody says them.
pub fn quote(random: &mut Random) -> String {
    let (adjective, object, adverbial) = (
        *random.choose(&ADJECTIVES),
        *random.choose(&OBJECTS),
        *random.choose(&ADVERBIALS),
    );
    format!("Nobody here has seen the {adjective} {object}, and we will not accept it {adverbial}.")
}

fn upper_first(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}
