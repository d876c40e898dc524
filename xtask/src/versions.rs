//! The one table of pinned tools. wasm-bindgen-cli is not in it: its version must be the one of
//! wasm-bindgen in Cargo.lock.

pub const TRUNK: &str = "0.21.14";
pub const GECKODRIVER: &str = "0.37.1";

/// Packages of npm that only tests use: `axe-core` judges pages, the others are the scripts with
/// which newsrooms frame ours. None of them goes into what we build.
pub const AXE_CORE: Package = Package {
    name: "axe-core",
    version: "4.14.1",
};
pub const PARENTS: [Package; 7] = [
    Package {
        name: "pym.js",
        version: "1.3.2",
    },
    Package {
        name: "@newswire/frames",
        version: "1.0.0",
    },
    Package {
        name: "@nprapps/sidechain",
        version: "1.1.5",
    },
    Package {
        name: "iframe-resizer",
        version: "4.4.5",
    },
    Package {
        name: "@iframe-resizer/parent",
        version: "5.5.9",
    },
    Package {
        name: "@open-iframe-resizer/core",
        version: "2.1.0",
    },
    Package {
        name: "@datawrapper/chart-core",
        version: "8.47.0",
    },
];

/// WordPress and what runs it: PHP as WebAssembly in Node.js. The package brings several versions,
/// of which the tests take this one.
pub const PLAYGROUND: Package = Package {
    name: "@wp-playground/cli",
    version: "3.1.56",
};
pub const WORDPRESS: Package = Package {
    name: "@wp-playground/wordpress-builds",
    version: "0.9.19",
};
pub const WORDPRESS_ZIP: &str = "package/src/wordpress/wp-6.5.zip";

pub struct Package {
    pub name: &'static str,
    pub version: &'static str,
}

/// Compiles the app.
pub const WASM_TARGET: &str = "wasm32-unknown-unknown";

impl Package {
    /// As npm names what it packs: `@a/b` is `a-b`.
    pub fn plain_name(&self) -> String {
        self.name.trim_start_matches('@').replace('/', "-")
    }
}
