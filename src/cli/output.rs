//! What commands print, and how they end.

use std::io::{self, IsTerminal, Write};

/// The result of a command that could run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Exit code 0.
    Done,
    /// The story has errors, which were printed: exit code 1.
    Faulty,
}

/// Writes to the standard output; a reader that has closed it (`| head`) is no failure.
pub fn print(text: &str) -> anyhow::Result<()> {
    match io::stdout()
        .write_all(text.as_bytes())
        .and_then(|()| io::stdout().flush())
    {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}

/// Whether to colour the output: only in a terminal, and not with NO_COLOR (no-color.org).
pub fn colour(stream: &impl IsTerminal) -> bool {
    stream.is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}
