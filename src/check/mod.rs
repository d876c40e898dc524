//! Editorial and structural rules.
