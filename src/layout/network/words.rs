//! The words of a map, broken into lines, with the sizes of the boxes around them.

use super::frame::{Frame, LANE_INSET};
use crate::geometry::Vec2;
use crate::text::width;

/// Words broken into lines, and the size of the box around them, px.
#[derive(Clone, Debug, PartialEq)]
pub struct Words {
    pub lines: Vec<String>,
    pub width: f64,
    pub height: f64,
}

impl Words {
    /// Height of a line as a share of the font size.
    pub const LEADING: f64 = 1.2;

    /// How much wider bold words are: the ratio of DejaVu Sans, the greatest among common faces.
    const BOLD: f64 = 1.13;

    fn new(lines: Vec<String>, size: f64, (beside, above): (f64, f64)) -> Self {
        let (width, height) = (
            width::longest(&lines, size),
            lines.len() as f64 * size * Self::LEADING,
        );
        Self {
            width: (width + 2.0 * beside).ceil(),
            height: (height + 2.0 * above).ceil(),
            lines,
        }
    }

    /// An actor's plate: its name in at most three lines wherever the frame allows it, at least 24
    /// px high. What is free at its sides is enough for semi-bold letters.
    pub fn name(name: &str, frame: Frame) -> Self {
        let size = frame.name_size();
        let widest = frame.width() - 40.0;
        let rooms = [(5.7, 2), (7.5, 3), (9.5, 3), (12.0, 3), (15.0, 3)]
            .into_iter()
            .skip(frame as usize);
        let tries = rooms
            .map(|(room, most)| (room * size, most))
            .chain([(widest, 3)])
            .filter(|(room, _)| *room <= widest);
        let mut broken = tries.map(|(room, most)| (width::balance(name, size, room), most));
        let fitting = broken
            .find(|(lines, most)| lines.len() <= *most && width::is_whole(lines, name))
            .map(|(lines, _)| lines);
        Self::new(
            fitting.unwrap_or_else(|| width::balance(name, size, widest)),
            size,
            (8.0, 5.0),
        )
    }

    /// The label of an arrow.
    pub fn tie(label: &str, frame: Frame) -> Self {
        let room = match frame {
            Frame::Narrow => 92.0,
            Frame::Wide => 120.0,
        };
        Self::new(
            width::balance(label, frame.note_size(), room),
            frame.note_size(),
            (3.0, 1.0),
        )
    }

    /// The name over a group.
    pub fn title(name: &str, frame: Frame) -> Self {
        let room = match frame {
            Frame::Narrow => 120.0,
            Frame::Wide => 200.0,
        };
        Self::new(
            width::balance(name, frame.note_size(), room),
            frame.note_size(),
            (4.0, 3.0),
        )
        .bold()
    }

    /// The name at the start of a lane, which may take the frame's width.
    pub fn note(name: &str, frame: Frame) -> Self {
        let (size, max_width) = (frame.note_size(), frame.width() - 2.0 * LANE_INSET);
        Self::new(width::balance(name, size, max_width), size, (0.0, 0.0))
    }

    /// The name of a stance or of an area apart, in so much room, px.
    pub fn heading(name: &str, frame: Frame, room: f64) -> Self {
        let size = frame.name_size();
        Self::new(
            width::balance(name, size * Self::BOLD, room),
            size,
            (0.0, 2.0),
        )
        .bold()
    }

    /// The same words in bold.
    fn bold(self) -> Self {
        Self {
            width: (self.width * Self::BOLD).ceil(),
            ..self
        }
    }

    /// Half of the box.
    pub fn half(&self) -> Vec2 {
        Vec2::new(self.width, self.height) * 0.5
    }
}
