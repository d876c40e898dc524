//! A child process that ends with the test, even after a panic or Ctrl-C.

use anyhow::{Context, Result, bail};
use rustix::process::{Pid, Signal, kill_process_group};
use std::fs::File;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::time::{Duration, Instant};

/// The running process groups. Ctrl-C must end them, because the terminal does not signal separate
/// groups.
static ALIVE: Mutex<Vec<Pid>> = Mutex::new(Vec::new());

pub struct Child {
    process: std::process::Child,
    log: PathBuf,
}

impl Child {
    /// Starts the program in its own process group, so that a browser ends with its driver.
    pub fn start(command: &mut Command, log: &Path) -> Result<Child> {
        let file =
            File::create(log).with_context(|| format!("cannot write the log {}", log.display()))?;
        let program = command.get_program().to_string_lossy().into_owned();
        for proxy in [
            "http_proxy",
            "https_proxy",
            "all_proxy",
            "HTTP_PROXY",
            "HTTPS_PROXY",
            "ALL_PROXY",
        ] {
            command.env_remove(proxy);
        }
        command
            .stdin(Stdio::null())
            .stdout(file.try_clone()?)
            .stderr(file)
            .process_group(0);
        let process = command
            .spawn()
            .with_context(|| format!("cannot start `{program}`"))?;
        alive().push(Pid::from_child(&process));
        Ok(Child {
            process,
            log: log.to_owned(),
        })
    }

    /// The program's output, for error messages.
    pub fn output(&self) -> String {
        std::fs::read_to_string(&self.log).unwrap_or_default()
    }

    /// Waits until `ready` finds in the output what it looks for.
    pub fn wait_until<T>(
        &mut self,
        name: &str,
        deadline: Duration,
        ready: impl Fn(&str) -> Option<T>,
    ) -> Result<T> {
        let deadline = Instant::now() + deadline;
        loop {
            let output = self.output();
            if let Some(value) = ready(&output) {
                return Ok(value);
            }
            if self.has_ended() || Instant::now() > deadline {
                bail!("{name} did not start; its output is: {output}");
            }
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Waits until the program accepts connections.
    pub fn wait_until_listening(
        &mut self,
        name: &str,
        port: u16,
        deadline: Duration,
    ) -> Result<()> {
        self.wait_until(name, deadline, |_| {
            TcpStream::connect((Ipv4Addr::LOCALHOST, port))
                .ok()
                .map(drop)
        })
    }

    fn has_ended(&mut self) -> bool {
        !matches!(self.process.try_wait(), Ok(None))
    }
}

impl Drop for Child {
    fn drop(&mut self) {
        let group = Pid::from_child(&self.process);
        alive().retain(|other| *other != group);
        let _ = kill_process_group(group, Signal::TERM);
        let deadline = Instant::now() + Duration::from_secs(2);
        while !self.has_ended() && Instant::now() < deadline {
            std::thread::sleep(Duration::from_millis(20));
        }
        let _ = kill_process_group(group, Signal::KILL);
        let _ = self.process.wait();
    }
}

/// A free port, from the system. Another process may take it before the child does.
pub fn free_port() -> Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?
        .local_addr()?
        .port())
}

fn alive() -> std::sync::MutexGuard<'static, Vec<Pid>> {
    ALIVE
        .lock()
        .unwrap_or_else(|poisoned| poisoned.into_inner())
}

/// Ends all running children when the developer presses Ctrl-C.
pub fn end_on_interrupt(runtime: &tokio::runtime::Handle) {
    runtime.spawn(async {
        if tokio::signal::ctrl_c().await.is_ok() {
            for group in alive().iter() {
                let _ = kill_process_group(*group, Signal::KILL);
            }
            std::process::exit(130);
        }
    });
}
