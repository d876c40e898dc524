//! A card for what the page itself does not hold: a large story's page carries only a part of it. Knows no drawing.

use super::figure::Explorer;
use crate::state::Pick;

/// Opens the card of a thing that the page has no entry for.
pub fn open(_explorer: &Explorer, _pick: Pick) {}
