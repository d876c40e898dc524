//! The kinds of evidence: one table of what each is called and how figures show it.

use crate::locale::strings::Strings;
use crate::pack::packed;
use serde::Deserialize;

packed! {
    /// How we know: the kind of evidence that stands behind a position, a relation, an event or a
    /// statement. The order is that of directness; it decides which of several positions speaks
    /// first.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
    #[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
    pub enum Evidence {
        /// Words that the actor is quoted as saying.
        Quoted = "quoted",
        /// The source states that the actor holds or did this.
        Reported = "reported",
        /// The reading of the source's author.
        Inferred = "inferred",
        /// What may come.
        Forecast = "forecast",
        /// Not in the source: public record, added with a reference of its own.
        Context = "context",
    }
}

/// What tells a kind of evidence apart in files, in lists and in figures.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EvidenceSign {
    /// Its place in [`Evidence::ALL`], in the interface's lists of words and in sets of kinds.
    pub rank: usize,
    pub mark: MarkShape,
    /// Of lines, and of the outline of a mark, which is hollow unless this is solid.
    pub pattern: LinePattern,
    /// Of lines, px.
    pub line_width: f64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkShape {
    Disc,
    /// A disc with a second ring around it.
    RingedDisc,
    Square,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinePattern {
    Solid,
    Dashed,
    Dotted,
}

impl Evidence {
    /// The table: one row a kind.
    pub const fn sign(self) -> EvidenceSign {
        use LinePattern::{Dashed, Dotted, Solid};
        use MarkShape::{Disc, RingedDisc, Square};
        let (rank, mark, pattern, line_width) = match self {
            Self::Quoted => (0, RingedDisc, Solid, 1.5),
            Self::Reported => (1, Disc, Solid, 1.5),
            Self::Inferred => (2, Disc, Dashed, 1.5),
            Self::Forecast => (3, Disc, Dotted, 2.5),
            Self::Context => (4, Square, Solid, 1.0),
        };
        EvidenceSign {
            rank,
            mark,
            pattern,
            line_width,
        }
    }

    /// The interface's word for it.
    pub fn word(self, words: &Strings) -> &'static str {
        words.evidence[self.sign().rank]
    }

    /// The kinds that occur among these, in the order of the table.
    pub fn occurring(kinds: impl Iterator<Item = Self>) -> impl Iterator<Item = Self> {
        let mut found = [false; Self::ALL.len()];
        kinds.for_each(|kind| found[kind.sign().rank] = true);
        Self::ALL
            .into_iter()
            .filter(move |kind| found[kind.sign().rank])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_lists_every_kind_once_in_order() {
        let ranks = Evidence::ALL.map(|kind| kind.sign().rank);
        assert_eq!(ranks, [0, 1, 2, 3, 4]);
        let schema = serde_json::to_string(&schemars::schema_for!(Evidence)).unwrap();
        let kinds = schema.matches("\"const\"").count();
        assert_eq!(kinds, Evidence::ALL.len(), "{schema}");
        for kind in Evidence::ALL {
            assert_eq!(Evidence::from_key(kind.key()), Some(kind));
            assert!(schema.contains(&format!("\"{}\"", kind.key())));
        }
    }
}
