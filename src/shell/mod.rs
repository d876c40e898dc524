//! The browser: the only web-sys and gloo code. Knows no story.
