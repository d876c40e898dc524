//! Laid out components beside each other in rows.

use crate::geometry::Vec2;

/// Between components, in lengths of an edge.
const GAP: f64 = 1.0;

/// The same components, moved so that none touches another: the tallest first, in rows that make
/// about a square.
pub fn in_rows(mut components: Vec<Vec<Vec2>>) -> Vec<Vec<Vec2>> {
    let boxes: Vec<_> = components.iter().map(|points| bounds(points)).collect();
    let gap = Vec2::new(GAP, GAP);
    let sizes: Vec<_> = boxes.iter().map(|(low, high)| *high - *low + gap).collect();
    let area: f64 = sizes.iter().map(|size| size.x * size.y).sum();
    let max_width = sizes.iter().map(|size| size.x).fold(0.0, f64::max);
    let row_width = (area * 1.2).sqrt().max(max_width);
    let mut order: Vec<_> = (0..components.len()).collect();
    order.sort_by(|a, b| sizes[*b].y.total_cmp(&sizes[*a].y).then(a.cmp(b)));
    let (mut corner, mut row_height) = (Vec2::ZERO, 0.0);
    for index in order {
        let size = sizes[index];
        if corner.x > 0.0 && corner.x + size.x > row_width {
            (corner, row_height) = (Vec2::new(0.0, corner.y + row_height), 0.0);
        }
        for point in &mut components[index] {
            *point = *point - boxes[index].0 + corner;
        }
        corner.x += size.x;
        row_height = f64::max(row_height, size.y);
    }
    components
}

fn bounds(points: &[Vec2]) -> (Vec2, Vec2) {
    let infinite = Vec2::new(f64::INFINITY, f64::INFINITY);
    points
        .iter()
        .fold((infinite, -infinite), |(low, high), point| {
            (
                Vec2::new(low.x.min(point.x), low.y.min(point.y)),
                Vec2::new(high.x.max(point.x), high.y.max(point.y)),
            )
        })
}
