//! Placed parts beside each other in rows. Knows no lines.

/// Between parts, in lengths of a line.
const GAP: f64 = 1.0;

/// The same parts, moved so that none touches another: the largest first, in rows of about a
/// square.
pub fn beside(parts: Vec<Vec<(f64, f64)>>) -> Vec<Vec<(f64, f64)>> {
    let boxes: Vec<_> = parts.iter().map(|part| around(part)).collect();
    let size = |index: usize| {
        let (low, high) = boxes[index];
        (high.0 - low.0 + GAP, high.1 - low.1 + GAP)
    };
    let area: f64 = (0..parts.len())
        .map(|index| size(index).0 * size(index).1)
        .sum();
    let widest = (0..parts.len())
        .map(|index| size(index).0)
        .fold(0.0, f64::max);
    let room = (area * 1.2).sqrt().max(widest);
    let mut order: Vec<_> = (0..parts.len()).collect();
    order.sort_by(|one, other| size(*other).1.total_cmp(&size(*one).1).then(one.cmp(other)));
    let (mut x, mut y, mut row) = (0.0, 0.0, 0.0);
    let mut moved = parts;
    for index in order {
        let (width, height) = size(index);
        if x > 0.0 && x + width > room {
            (x, y, row) = (0.0, y + row, 0.0);
        }
        let low = boxes[index].0;
        for place in &mut moved[index] {
            *place = (place.0 - low.0 + x, place.1 - low.1 + y);
        }
        x += width;
        row = f64::max(row, height);
    }
    moved
}

fn around(part: &[(f64, f64)]) -> ((f64, f64), (f64, f64)) {
    let none = (
        (f64::INFINITY, f64::INFINITY),
        (f64::NEG_INFINITY, f64::NEG_INFINITY),
    );
    part.iter().fold(none, |(low, high), at| {
        (
            (low.0.min(at.0), low.1.min(at.1)),
            (high.0.max(at.0), high.1.max(at.1)),
        )
    })
}
