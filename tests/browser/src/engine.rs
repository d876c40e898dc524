//! The three browser engines and the programs that each requires.

use anyhow::{Context, Result, anyhow, bail};
use std::path::{Path, PathBuf};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

impl Engine {
    pub const ALL: [Engine; 3] = [Engine::Chromium, Engine::Firefox, Engine::WebKit];

    pub fn name(self) -> &'static str {
        match self {
            Engine::Chromium => "chromium",
            Engine::Firefox => "firefox",
            Engine::WebKit => "webkit",
        }
    }

    pub fn parse(name: &str) -> Result<Engine> {
        let known = Engine::ALL.into_iter().find(|engine| engine.name() == name);
        known.ok_or_else(|| {
            anyhow!("no engine is called `{name}`; known are chromium, firefox and webkit")
        })
    }

    /// The engines that `STANDPOINT_ENGINES` names (`chromium,webkit`), or all three.
    pub fn chosen() -> Result<Vec<Engine>> {
        match std::env::var("STANDPOINT_ENGINES") {
            Err(_) => Ok(Engine::ALL.to_vec()),
            Ok(names) => names
                .split(',')
                .map(str::trim)
                .filter(|name| !name.is_empty())
                .map(Engine::parse)
                .collect(),
        }
    }

    /// The WebDriver of the engine.
    pub fn driver(self) -> Result<PathBuf> {
        match self {
            Engine::Chromium => program(&["chromedriver"]),
            Engine::Firefox => program(&["geckodriver"]),
            Engine::WebKit => program(&["WebKitWebDriver"]),
        }
    }

    /// The browser itself, if the driver does not find it.
    pub fn browser(self) -> Result<Option<PathBuf>> {
        match self {
            Engine::Chromium => {
                Ok(program(&["chromium", "google-chrome", "chromium-browser"]).ok())
            }
            Engine::Firefox => program(&["firefox", "firefox-esr"]).map(Some),
            Engine::WebKit => mini_browser().map(Some),
        }
    }
}

fn program(names: &[&str]) -> Result<PathBuf> {
    names
        .iter()
        .find_map(|name| which::which(name).ok())
        .with_context(|| {
            format!(
                "`{}` is not on the PATH; `cargo xtask test` installs it",
                names[0]
            )
        })
}

/// MiniBrowser, which is not on the PATH: distributions install it beside the library.
fn mini_browser() -> Result<PathBuf> {
    let roots = ["/usr/lib", "/usr/libexec", "/usr/lib64"].map(Path::new);
    let candidates = roots
        .into_iter()
        .flat_map(|root| [vec![root.to_owned()], folders(root)].concat());
    let found = candidates
        .flat_map(|folder| folders(&folder))
        .find_map(|folder| {
            let named = folder.file_name()?.to_str()?.starts_with("webkit2gtk-");
            Some(folder.join("MiniBrowser")).filter(|binary| named && binary.is_file())
        });
    match found {
        Some(binary) => Ok(binary),
        None => bail!(
            "WebKitGTK's MiniBrowser is not under /usr/lib*/…/webkit2gtk-*/; \
             install webkit2gtk-driver"
        ),
    }
}

fn folders(root: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(root).into_iter().flatten().flatten();
    entries
        .map(|entry| entry.path())
        .filter(|path| path.is_dir())
        .collect()
}
