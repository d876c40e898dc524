//! The map of actors. Knows no state, no Yew and no browser.
