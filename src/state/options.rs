//! The options in the address that the program reads at its start. `browser/js/options.js` reads
//! those that act earlier.

use super::choices::MapReading;
use super::route::Route;
use crate::story::Story;

/// The state that the options ask for, and the names of those without a meaning in this story.
pub fn start(story: &Story, option: impl Fn(&str) -> Option<String>) -> (Route, Vec<&'static str>) {
    let (mut route, mut unknown) = (Route::default(), Vec::new());
    if let Some(key) = option("issue") {
        match story.each_issue().find(|(_, issue)| issue.key == key) {
            Some((id, _)) => (route.map, route.issue) = (MapReading::Positions, Some(id)),
            None => unknown.push("issue"),
        }
    }
    let readings = option("readings")
        .is_none_or(|readings| readings.split(',').all(|name| read(&mut route, name)));
    if !readings {
        unknown.push("readings");
    }
    (route, unknown)
}

fn read(route: &mut Route, reading: &str) -> bool {
    match reading {
        "relations" => route.map = MapReading::Relations,
        "positions" => route.map = MapReading::Positions,
        // Old addresses name a reading of the timeline, which now has a single one.
        "order" | "scale" => {}
        _ => return false,
    }
    true
}
