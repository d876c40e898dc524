//! The tools from cargo and npm: found on the PATH if the version fits, else installed into
//! `target/tools`.

use crate::run::{cargo, command, find, output, root, run, target, tools_dir};
use crate::steps::Step;
use crate::versions::{
    AXE_CORE, GECKODRIVER, PARENTS, PLAYGROUND, Package, TRUNK, WASM_TARGET, WORDPRESS,
    WORDPRESS_ZIP,
};
use anyhow::{Context, Result, bail};
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A program that cargo builds.
struct Tool<'a> {
    package: &'a str,
    program: &'a str,
    version: &'a str,
    fit: Fit,
    /// Whether to install it with its own lock file.
    locked: bool,
    /// Kept low: optimising takes minutes, for a tool that runs for seconds.
    opt_level: &'a str,
}

#[derive(Clone, Copy)]
enum Fit {
    Exact,
    /// Any later version that is semver-compatible.
    Compatible,
}

/// The first step of a command: installs its tools.
pub fn step<'a>(install: impl FnOnce() -> Result<()> + 'a) -> Step<'a> {
    Step::required("looking for the tools, installing what is missing", || {
        install()?;
        tidy_up();
        Ok(())
    })
}

/// Installs what building the site requires.
pub fn for_building() -> Result<()> {
    wasm_target()?;
    Tool {
        package: "wasm-bindgen-cli",
        program: "wasm-bindgen",
        // The program reads only what the same version of its library wrote.
        version: &locked_version("wasm-bindgen")?,
        fit: Fit::Exact,
        // A dependency in its lock file no longer builds.
        locked: false,
        // It reads every byte of the app, so it must not be too slow.
        opt_level: "1",
    }
    .provide()?;
    Tool {
        package: "trunk",
        program: "trunk",
        version: TRUNK,
        fit: Fit::Compatible,
        locked: true,
        opt_level: "0",
    }
    .provide()
}

pub fn geckodriver() -> Result<()> {
    Tool {
        package: "geckodriver",
        program: "geckodriver",
        version: GECKODRIVER,
        fit: Fit::Compatible,
        locked: true,
        opt_level: "0",
    }
    .provide()
}

/// The path of axe-core.
pub fn axe_core() -> Result<PathBuf> {
    Ok(unpacked(&AXE_CORE)?.join("axe.min.js"))
}

/// The parents' packages, as `name=folder` joined like a PATH.
pub fn parents() -> Result<OsString> {
    let named =
        |package: &Package| Ok(format!("{}={}", package.name, unpacked(package)?.display()));
    let all: Vec<String> = PARENTS.iter().map(named).collect::<Result<_>>()?;
    std::env::join_paths(all).context("a package cannot be named in a list")
}

/// The folder of a package, without its dependencies.
fn unpacked(package: &Package) -> Result<PathBuf> {
    let folder = folder_of(package);
    if !folder.join("package/package.json").is_file() {
        unpack(package, &folder, &[])?;
    }
    Ok(folder.join("package"))
}

fn folder_of(package: &Package) -> PathBuf {
    tools_dir().join(format!("{}-{}", package.plain_name(), package.version))
}

/// Fetches a package by `npm pack` and unpacks `files` of it, or all if empty. `tar` unpacks it, so
/// that no script of the package runs.
fn unpack(package: &Package, folder: &Path, files: &[&str]) -> Result<()> {
    let Package { name, version } = package;
    std::fs::create_dir_all(folder)
        .with_context(|| format!("cannot create {}", folder.display()))?;
    say(&format!("fetching {name} {version}"));
    let exact = format!("{name}@{version}");
    let pack = output(
        command("npm")
            .args(["pack", &exact, "--silent", "--ignore-scripts"])
            .current_dir(folder),
    );
    pack.with_context(|| {
        format!("npm could not fetch {name}; is npm installed and the network there?")
    })?;
    let packed = format!("{}-{version}.tgz", package.plain_name());
    run(command("tar")
        .args(["-xzf", &packed])
        .args(files)
        .current_dir(folder))?;
    std::fs::remove_file(folder.join(&packed)).with_context(|| format!("cannot remove {packed}"))
}

/// A folder with WordPress as `wordpress.zip` and the program that runs it: half a gigabyte, mostly
/// versions of PHP.
pub fn wordpress() -> Result<PathBuf> {
    let folder = folder_of(&WORDPRESS);
    let zip = folder.join("wordpress.zip");
    if !zip.is_file() {
        unpack(&WORDPRESS, &folder, &[WORDPRESS_ZIP])?;
        let Package { name, version } = PLAYGROUND;
        say(&format!("installing {name} {version}"));
        let install = [
            "install",
            "--ignore-scripts",
            "--no-audit",
            "--no-fund",
            "--loglevel=error",
            "--prefix",
            ".",
        ];
        run(command("npm")
            .args(install)
            .arg(format!("{name}@{version}"))
            .current_dir(&folder))?;
        std::fs::rename(folder.join(WORDPRESS_ZIP), &zip)
            .context("the package brings no such WordPress")?;
    }
    Ok(folder)
}

/// The Rust target of the app.
pub fn wasm_target() -> Result<()> {
    let sysroot = output(
        command(std::env::var_os("RUSTC").unwrap_or("rustc".into())).args(["--print", "sysroot"]),
    )?;
    if PathBuf::from(sysroot.trim())
        .join("lib/rustlib")
        .join(WASM_TARGET)
        .is_dir()
    {
        return Ok(());
    }
    if find("rustup").is_none() {
        bail!(
            "the Rust target {WASM_TARGET} is missing and there is no rustup to add it: \
             install it with your system's package manager"
        );
    }
    say(&format!("adding the Rust target {WASM_TARGET}"));
    run(command("rustup").args(["target", "add", WASM_TARGET]))
}

impl Tool<'_> {
    fn provide(&self) -> Result<()> {
        if installed_version(self.program).is_some_and(|found| fits(&found, self.version, self.fit))
        {
            return Ok(());
        }
        say(&format!(
            "installing {} {} into {} (some minutes)",
            self.package,
            self.version,
            tools_dir().display()
        ));
        run(&mut self.install())
            .with_context(|| format!("could not install {} {}", self.package, self.version))
    }

    fn install(&self) -> Command {
        let mut install = cargo();
        install.args([
            "install",
            self.package,
            "--bin",
            self.program,
            "--version",
            &format!("={}", self.version),
        ]);
        // One build folder for all tools, because they share dependencies.
        install
            .arg("--force")
            .arg("--root")
            .arg(tools_dir())
            .arg("--target-dir")
            .arg(tools_dir().join("build"));
        install.args(self.locked.then_some("--locked"));
        install
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
        install
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", self.opt_level)
            .env("CARGO_PROFILE_RELEASE_DEBUG", "0");
        // The flags of the project's build must not apply to the tool.
        for flags in [
            "RUSTFLAGS",
            "CARGO_ENCODED_RUSTFLAGS",
            "CARGO_BUILD_TARGET",
            "CARGO_BUILD_RUSTFLAGS",
        ] {
            install.env_remove(flags);
        }
        install
    }
}

/// The first word in the output of `--version` that looks like a version: `wasm-bindgen 0.2.100`.
fn installed_version(program: &str) -> Option<String> {
    find(program)?;
    let printed = output(command(program).arg("--version")).ok()?;
    printed
        .split_whitespace()
        .find(|word| numbers(word).is_some())
        .map(str::to_owned)
}

fn fits(found: &str, wanted: &str, fit: Fit) -> bool {
    let (Some(found), Some(wanted)) = (numbers(found), numbers(wanted)) else {
        return false;
    };
    let is_compatible = found[0] == wanted[0] && (wanted[0] > 0 || found[1] == wanted[1]);
    match fit {
        Fit::Exact => found == wanted,
        Fit::Compatible => is_compatible && found >= wanted,
    }
}

/// `0.21.14` as numbers; `None` for a pre-release.
fn numbers(version: &str) -> Option<[u32; 3]> {
    let parts: Vec<u32> = version
        .split('.')
        .map(|part| part.parse().ok())
        .collect::<Option<_>>()?;
    parts.try_into().ok()
}

/// The version of a package in Cargo.lock.
fn locked_version(package: &str) -> Result<String> {
    let path = root().join("Cargo.lock");
    let lock = std::fs::read_to_string(&path)
        .with_context(|| format!("cannot read {}", path.display()))?;
    let version = version_in(&lock, package);
    version.with_context(|| format!("Cargo.lock names no {package}; run `cargo check` once"))
}

fn version_in(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name).skip(1);
    let version = lines
        .next()?
        .strip_prefix("version = \"")?
        .strip_suffix('"')?;
    Some(version.to_owned())
}

/// Deletes the build folder of the tools: it is large and useless once they are installed.
fn tidy_up() {
    let _ = std::fs::remove_dir_all(tools_dir().join("build"));
    let _ = std::fs::create_dir_all(target());
}

fn say(what: &str) {
    eprintln!("      {what} …");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_later_patch_fits_and_a_later_minor_of_0_does_not() {
        let compatible = |found| fits(found, "0.21.14", Fit::Compatible);
        assert!(compatible("0.21.14") && compatible("0.21.15"));
        assert!(!compatible("0.21.13") && !compatible("0.22.0") && !compatible("0.22.0-beta.1"));
        assert!(!fits("0.2.101", "0.2.100", Fit::Exact) && fits("0.2.100", "0.2.100", Fit::Exact));
    }

    #[test]
    fn a_locked_version_is_found_by_the_whole_name() {
        let lock = "name = \"wasm-bindgen-futures\"\nversion = \"0.4.50\"\n\n\
                    name = \"wasm-bindgen\"\nversion = \"0.2.100\"\n";
        assert_eq!(version_in(lock, "wasm-bindgen").as_deref(), Some("0.2.100"));
        assert_eq!(version_in(lock, "yew"), None);
    }
}
