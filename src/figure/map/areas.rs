//! The areas of a map with many actors: groups, stances, lanes and those apart.

use crate::geometry::Vec2;

/// An area of the plan, in its units, with a name.
pub struct MapArea {
    pub key: String,
    pub name: String,
    pub low: Vec2,
    pub high: Vec2,
    /// For the name, above its members.
    pub room: f64,
    pub look: AreaLook,
}

/// What an area shows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum AreaLook {
    /// A ground: of a group.
    Plain,
    /// Likewise, of those apart, who keep inside of it.
    Apart,
    /// A ground in the colour of a stance, by its step of the ramp.
    Stance(u8),
    /// A rule, and at its start the name.
    Lane,
    /// Nothing: members of a lane at one stance, who keep inside of it.
    Cell,
}
