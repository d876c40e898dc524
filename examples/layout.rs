//! Places a graph as the explorer does and prints a hash of the places' bytes. `cargo xtask peers`
//! compares it with the browser's. From the standard input come the count of nodes and the pairs of
//! indices that edges join, as numbers.

use standpoint::layout::stress::stress_layout;
use std::io::Read;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text)?;
    let numbers: Vec<u32> = text
        .split_whitespace()
        .map(str::parse)
        .collect::<Result<_, _>>()?;
    let (count, ends) = numbers
        .split_first()
        .ok_or("the count of nodes comes first")?;
    let edges: Vec<(u32, u32)> = ends
        .chunks_exact(2)
        .map(|pair| (pair[0], pair[1]))
        .collect();
    let places = stress_layout(*count as usize, &edges);
    let bytes = places
        .iter()
        .flat_map(|point| [point.x, point.y])
        .flat_map(|value| value.to_le_bytes());
    println!("{:x}", hash(bytes));
    Ok(())
}

/// FNV-1a of 32 bits, as in `xtask/peers/layout.js`.
fn hash(bytes: impl Iterator<Item = u8>) -> u32 {
    bytes.fold(0x811c_9dc5, |sum, byte| {
        (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}
