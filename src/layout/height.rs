//! Estimates the height of a story's page at several widths without a browser, so that embed codes
//! can reserve enough space. It follows `style/` part by part, with estimated text widths.
//!
//! `tests/browser` compares it with Chromium. With fonts narrower than the estimate a page is a
//! little lower.

mod boxes;
mod parts;

use super::network::Networks;
use super::timeline::Strip;
use crate::story::Story;

/// The widths in px for which heights are estimated: phones, columns of articles, tablets,
/// desktops.
pub const WIDTHS: [u32; 6] = [320, 480, 640, 768, 1024, 1280];

/// Width and height in px of a story's page in its first state: cards closed, the timeline in
/// order, the map of relations.
pub fn heights(story: &Story, networks: &Networks, strip: &Strip) -> Vec<(u32, u32)> {
    let height = |width: u32| parts::page(story, networks, strip, f64::from(width));
    WIDTHS
        .map(|width| (width, height(width).ceil() as u32))
        .to_vec()
}
