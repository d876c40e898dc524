//! The timeline strip. Knows no state, no Yew and no browser.
