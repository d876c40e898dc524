//! The browsers and their drivers, from the system's packages: installed through apt if allowed,
//! else named for the developer to install.

use crate::run::{command, find, output, run};
use anyhow::Result;
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

pub const ENGINES: [Engine; 3] = [
    Engine {
        name: "chromium",
        requirements: &[
            Requirement {
                programs: &["chromium", "google-chrome", "chromium-browser"],
                package: "chromium",
            },
            Requirement {
                programs: &["chromedriver"],
                package: "chromium-driver",
            },
        ],
    },
    // No Debian package has geckodriver; `tools` builds it.
    Engine {
        name: "firefox",
        requirements: &[Requirement {
            programs: &["firefox", "firefox-esr"],
            package: "firefox-esr",
        }],
    },
    Engine {
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
    },
];

/// Serves the site as the documents say. Only root has its folder on the PATH.
pub const NGINX: Requirement = Requirement {
    programs: &["nginx", "/usr/sbin/nginx"],
    package: "nginx",
};

/// Fetches axe-core.
const NPM: Requirement = Requirement {
    programs: &["npm"],
    package: "npm",
};

impl Requirement {
    /// The package, if it is missing.
    pub fn missing(&self) -> Option<&'static str> {
        (!self.is_met()).then_some(self.package)
    }

    fn is_met(&self) -> bool {
        self.programs.iter().any(|program| find(program).is_some())
    }
}

impl Engine {
    /// The missing packages.
    pub fn missing(&self) -> Vec<&'static str> {
        self.requirements
            .iter()
            .filter(|requirement| !requirement.is_met())
            .map(|requirement| requirement.package)
            .collect()
    }
}

/// Installs what the engines lack, if that works without a password.
pub fn install(engines: &[&Engine]) -> Result<()> {
    let mut packages: Vec<&str> = engines.iter().flat_map(|engine| engine.missing()).collect();
    packages.extend([NPM, NGINX].iter().filter_map(Requirement::missing));
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
