//! The results of the suite's scripts, as figures by path.

use anyhow::{Context, Result};
use serde_json::Value;
use std::path::Path;

/// Our pages' name in the results.
pub const OURS: &str = "standpoint";

pub struct Results(Value);

impl Results {
    /// A missing file has no results.
    pub fn read(path: &Path) -> Result<Self> {
        match std::fs::read_to_string(path) {
            Ok(text) => {
                Self::parse(&text).with_context(|| format!("cannot parse {}", path.display()))
            }
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Self(Value::Null)),
            Err(error) => Err(error).with_context(|| format!("cannot read {}", path.display())),
        }
    }

    pub fn parse(text: &str) -> Result<Self> {
        Ok(Self(serde_json::from_str(text)?))
    }

    /// The value at a path such as `small/vis/plain/fcp/median`, separated by `/` because names
    /// have dots and spaces.
    pub fn at(&self, path: &str) -> Option<&Value> {
        path.split('/')
            .try_fold(&self.0, |value, key| value.get(key))
    }

    pub fn number(&self, path: &str) -> Option<f64> {
        self.at(path)?.as_f64()
    }

    pub fn flag(&self, path: &str) -> Option<bool> {
        self.at(path)?.as_bool()
    }

    /// The names below a path, in alphabetical order.
    pub fn names(&self, path: &str) -> Vec<String> {
        self.at(path)
            .and_then(Value::as_object)
            .map(|map| map.keys().cloned().collect())
            .unwrap_or_default()
    }

    /// The sizes at which a page was measured, from the smallest.
    pub fn sizes(&self, page: &str) -> Vec<u32> {
        let mut sizes: Vec<u32> = self
            .names(&format!("scale/{page}"))
            .iter()
            .filter_map(|size| size.parse().ok())
            .collect();
        sizes.sort_unstable();
        sizes
    }

    /// The names of the peers: all but ours.
    pub fn peers(&self, path: &str) -> Vec<String> {
        self.names(path)
            .into_iter()
            .filter(|name| !name.starts_with(OURS))
            .collect()
    }

    /// The number of entries of a list.
    pub fn count(&self, path: &str) -> Option<f64> {
        Some(self.at(path)?.as_array()?.len() as f64)
    }

    /// The peer with the smallest figure.
    pub fn lowest_peer(
        &self,
        peers: &[String],
        path: impl Fn(&str) -> String,
    ) -> Option<(String, f64)> {
        let figures = peers
            .iter()
            .filter_map(|peer| Some((peer.clone(), self.number(&path(peer))?)));
        figures.min_by(|a, b| a.1.total_cmp(&b.1))
    }
}
