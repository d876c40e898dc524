//! The parts of a run, each by one script of the suite. A part has the number of the criterion that
//! it is mainly about; the small map is measured for criterion 1 too.

use anyhow::{Context, Result};

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    SmallTimeline,
    LargeTimelines,
    SmallMap,
    Layouts,
    LargeMaps,
}

/// The maps with the fewest crossings.
const MAPS: &str = "cytoscape+fcose,sigma+FA2 (WebGL),vis-network,Graphviz static neato";

/// The layouts of least stress, and the fastest of those whose stress is comparable.
const LAYOUTS: &str =
    "cytoscape-fcose,d3-force,webcola,elk-stress,graphviz-wasm-neato,graphviz-wasm-sfdp";

impl Part {
    pub const ALL: [Self; 5] = [
        Self::SmallTimeline,
        Self::LargeTimelines,
        Self::SmallMap,
        Self::Layouts,
        Self::LargeMaps,
    ];

    /// The parts in a list of `timeline`, `map` and numbers, each once and in order.
    pub fn parse_list(list: &str) -> Result<Vec<Self>> {
        let mut parts = Vec::new();
        for name in list.split(',') {
            match name {
                "timeline" => parts.extend(Self::ALL.iter().filter(|part| part.is_timeline())),
                "map" => parts.extend(Self::ALL.iter().filter(|part| !part.is_timeline())),
                number => {
                    let part = Self::ALL
                        .into_iter()
                        .find(|part| part.number().to_string() == number);
                    parts.push(part.with_context(|| {
                        format!(
                            "--only takes `timeline`, `map` and the numbers 1 to 5, not `{number}`"
                        )
                    })?);
                }
            }
        }
        parts.sort_unstable();
        parts.dedup();
        Ok(parts)
    }

    pub fn number(self) -> u8 {
        match self {
            Self::SmallTimeline => 1,
            Self::LargeTimelines => 2,
            Self::SmallMap => 3,
            Self::Layouts => 4,
            Self::LargeMaps => 5,
        }
    }

    pub fn step_name(self) -> &'static str {
        match self {
            Self::SmallTimeline => "measuring the small timeline (1)",
            Self::LargeTimelines => "measuring large timelines (2)",
            Self::SmallMap => "measuring the small map (3)",
            Self::Layouts => "measuring layouts (4)",
            Self::LargeMaps => "measuring large maps (5)",
        }
    }

    pub fn is_timeline(self) -> bool {
        match self {
            Self::SmallTimeline | Self::LargeTimelines => true,
            Self::SmallMap | Self::Layouts | Self::LargeMaps => false,
        }
    }

    /// The script of the suite.
    pub fn script(self) -> &'static str {
        if self.is_timeline() {
            "timeline/run.mjs"
        } else {
            "map/run.mjs"
        }
    }

    /// What makes the script measure this part only.
    pub fn arguments(self) -> [&'static str; 2] {
        match self {
            Self::SmallTimeline => ["--parts", "small"],
            Self::LargeTimelines => ["--parts", "scale"],
            Self::SmallMap => ["--only", "small"],
            Self::Layouts => ["--only", "layout"],
            Self::LargeMaps => ["--only", "scale"],
        }
    }

    /// What shortens a trial run.
    pub fn quick_arguments(self) -> [&'static str; 2] {
        match self {
            Self::SmallTimeline => ["--retries", "0"],
            Self::LargeTimelines => ["--sizes", "100,1000"],
            Self::SmallMap | Self::LargeMaps => ["--limit", "90"],
            Self::Layouts => ["--graphs", "davis,karate,lesmis,ba1000"],
        }
    }

    /// The peers whose figures decide the criteria.
    pub fn rivals(self) -> &'static str {
        match self {
            Self::SmallTimeline => "timelinejs,vis",
            Self::LargeTimelines => "vis-cluster",
            Self::SmallMap => MAPS,
            Self::Layouts => LAYOUTS,
            Self::LargeMaps => "svg-d3",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Part;

    #[test]
    fn parts_are_named_by_view_or_by_number() {
        let parts = Part::parse_list("map,1,4").ok();
        use Part::{LargeMaps, Layouts, SmallMap, SmallTimeline};
        assert_eq!(
            parts,
            Some(vec![SmallTimeline, SmallMap, Layouts, LargeMaps])
        );
        assert!(Part::parse_list("6").is_err() && Part::parse_list("maps").is_err());
    }
}
