//! The browsers and their drivers, from the system's packages: installed through apt if allowed,
//! else named for the developer to install.

use crate::run::{command, find, output, run};
use anyhow::Result;
use std::path::PathBuf;
use std::process::Command;

/// An engine and the programs required to drive it.
pub struct Engine {
    pub name: &'static str,
    requirements: &'static [Requirement],
}

/// A Debian package; installed if one of the programs is on the PATH.
pub struct Requirement {
    programs: &'static [&'static str],
    package: &'static str,
}

pub static ENGINES: [&Engine; 3] = [&CHROMIUM, &FIREFOX, &WEBKIT];

pub static CHROMIUM: Engine = Engine {
    name: "chromium",
    requirements: &[
        CHROMIUM_BROWSER,
        Requirement {
            programs: &["chromedriver"],
            package: "chromium-driver",
        },
    ],
};

pub const CHROMIUM_BROWSER: Requirement = Requirement {
    programs: &["chromium", "google-chrome", "chromium-browser"],
    package: "chromium",
};

/// No Debian package has geckodriver; `tools` builds it.
pub static FIREFOX: Engine = Engine {
    name: "firefox",
    requirements: &[Requirement {
        programs: &["firefox", "firefox-esr"],
        package: "firefox-esr",
    }],
};

static WEBKIT: Engine = Engine {
    name: "webkit",
    requirements: &[
        Requirement {
            programs: &["WebKitWebDriver"],
            package: "webkit2gtk-driver",
        },
        Requirement {
            programs: &["Xvfb"],
            package: "xvfb",
        },
    ],
};

/// Serves the site as the documents say. Only root has its folder on the PATH.
pub const NGINX: Requirement = Requirement {
    programs: &["nginx", "/usr/sbin/nginx"],
    package: "nginx",
};

/// Fetches what tests and measurements need from npm.
pub const NPM: Requirement = Requirement {
    programs: &["npm"],
    package: "npm",
};

impl Requirement {
    /// The package, if it is missing.
    pub fn missing(&self) -> Option<&'static str> {
        self.program().is_none().then_some(self.package)
    }

    /// The first of the programs that is there.
    pub fn program(&self) -> Option<PathBuf> {
        self.programs.iter().find_map(|program| find(program))
    }
}

impl Engine {
    /// The missing packages.
    pub fn missing(&self) -> Vec<&'static str> {
        self.requirements
            .iter()
            .filter_map(Requirement::missing)
            .collect()
    }
}

/// Installs the missing packages of the engines and the further programs, if that works without a
/// password.
pub fn install(engines: &[&Engine], further: &[Requirement]) -> Result<()> {
    let mut packages: Vec<&str> = engines.iter().flat_map(|engine| engine.missing()).collect();
    packages.extend(further.iter().filter_map(Requirement::missing));
    if packages.is_empty() {
        return Ok(());
    }
    let Some(apt) = Apt::allowed() else {
        eprintln!(
            "      these cannot be installed from here; \
             on Debian or Ubuntu: sudo apt-get install {}",
            packages.join(" ")
        );
        return Ok(());
    };
    eprintln!("      installing through apt: {} …", packages.join(" "));
    run(apt
        .get(&["update", "-qq"])
        .stdout(std::process::Stdio::null()))?;
    let install = ["install", "-y", "-qq", "--no-install-recommends"];
    run(apt
        .get(&[&install[..], &packages[..]].concat())
        .stdout(std::process::Stdio::null()))
}

/// apt-get, as root or by a sudo without password.
struct Apt {
    sudo: bool,
}

impl Apt {
    fn allowed() -> Option<Apt> {
        find("apt-get")?;
        let root = output(command("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
        let sudo =
            || find("sudo").is_some() && output(command("sudo").args(["-n", "true"])).is_ok();
        if root {
            Some(Apt { sudo: false })
        } else {
            sudo().then_some(Apt { sudo: true })
        }
    }

    fn get(&self, arguments: &[&str]) -> Command {
        let mut get = if self.sudo {
            command("sudo")
        } else {
            command("env")
        };
        get.args(["DEBIAN_FRONTEND=noninteractive", "apt-get"])
            .args(arguments);
        get
    }
}
