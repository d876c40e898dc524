//! The browsers and their drivers, which are system packages: installed through apt where that is
//! allowed, else named to the developer.

use crate::run::{command, find, output, run};
use anyhow::Result;
use std::process::Command;

/// An engine and the programs that are needed to drive it.
pub struct Engine {
    pub name: &'static str,
    needs: &'static [Need],
}

/// A program and its Debian package.
pub struct Need {
    programs: &'static [&'static str],
    package: &'static str,
}

pub const ENGINES: [Engine; 3] = [
    Engine {
        name: "chromium",
        needs: &[
            Need {
                programs: &["chromium", "google-chrome", "chromium-browser"],
                package: "chromium",
            },
            Need {
                programs: &["chromedriver"],
                package: "chromium-driver",
            },
        ],
    },
    // No Debian package has geckodriver; `tools` builds it.
    Engine {
        name: "firefox",
        needs: &[Need {
            programs: &["firefox", "firefox-esr"],
            package: "firefox-esr",
        }],
    },
    Engine {
        name: "webkit",
        needs: &[
            Need {
                programs: &["WebKitWebDriver"],
                package: "webkit2gtk-driver",
            },
            Need {
                programs: &["Xvfb"],
                package: "xvfb",
            },
        ],
    },
];

/// Serves the site in the way that the documents describe; only root has its folder on the PATH.
pub const NGINX: Need = Need {
    programs: &["nginx", "/usr/sbin/nginx"],
    package: "nginx",
};

/// Packs axe-core.
const NPM: Need = Need {
    programs: &["npm"],
    package: "npm",
};

impl Need {
    /// The package, if it is missing.
    pub fn lacks(&self) -> Option<&'static str> {
        (!self.is_met()).then_some(self.package)
    }

    fn is_met(&self) -> bool {
        self.programs.iter().any(|program| find(program).is_some())
    }
}

impl Engine {
    /// The missing packages.
    pub fn lacks(&self) -> Vec<&'static str> {
        self.needs
            .iter()
            .filter(|need| !need.is_met())
            .map(|need| need.package)
            .collect()
    }
}

/// Installs what the engines lack, if that needs no password.
pub fn install(engines: &[&Engine]) -> Result<()> {
    let mut packages: Vec<&str> = engines.iter().flat_map(|engine| engine.lacks()).collect();
    packages.extend([NPM, NGINX].iter().filter_map(Need::lacks));
    if packages.is_empty() {
        return Ok(());
    }
    let Some(apt) = Apt::allowed() else {
        eprintln!(
            "      these cannot be installed from here; on Debian or Ubuntu: sudo apt-get install {}",
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
