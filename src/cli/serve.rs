//! `standpoint serve`: a built site in the browser of this machine.

use super::output::{Outcome, print};
use crate::site::serve::Server;
use anyhow::{Context, Result, bail};
use std::path::PathBuf;

/// Serves a built site on this machine, with the same strict policy as in its pages.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Folder that `standpoint build` wrote.
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// Port to serve on; if it is taken, the next free one.
    #[arg(long, default_value_t = 8080)]
    port: u16,
}

pub fn run(args: &Args) -> Result<Outcome> {
    if !args.folder.join("index.html").is_file() {
        bail!(
            "{} holds no index.html; write a site with `standpoint build STORY -o DIR` first",
            args.folder.display()
        );
    }
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?
        .block_on(serve(args))?;
    Ok(Outcome::Done)
}

async fn serve(args: &Args) -> Result<()> {
    let server = Server::bind(&args.folder, args.port).await;
    let server = server.with_context(|| format!("cannot serve on port {}", args.port))?;
    if ![0, server.port()].contains(&args.port) {
        print(&format!("port {} is taken\n", args.port))?;
    }
    print(&format!(
        "serving {} at {} until Ctrl-C\n",
        args.folder.display(),
        server.address()
    ))?;
    server
        .run(async { _ = tokio::signal::ctrl_c().await })
        .await
        .context("the server stopped")
}
