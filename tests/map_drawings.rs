//! The zoomable map as pictures: `tests/drawings/map/` holds one SVG a case; UPDATE_EXPECT=1 writes them anew.

use expect_test::expect_file;
use standpoint::draw::network::{Asked, Network};
use standpoint::draw::{Camera, Ink, Look, Plan, Scene, svg};
use standpoint::layout::Content;
use standpoint::state::query::{self, Lit};
use standpoint::state::{EvidenceSet, Pick};
use standpoint::story::{Story, wire};
use standpoint::text::strings::Strings;
use standpoint::text::strings::explorer::ExplorerStrings;
use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/drawings/map")
}

fn real(slug: &str) -> Story {
    let read = |file: &str| {
        let path = format!("{}/stories/{slug}/{file}", env!("CARGO_MANIFEST_DIR"));
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
    };
    wire::read(slug, &read("story.toml"), &read("article.md")).0.expect("a sound story")
}

/// The light colours of `style/tokens.css`.
fn light(ink: Ink) -> String {
    let all = [
        ("ink", "#1b1a18"),
        ("ink-muted", "#5c5b57"),
        ("surface", "#ffffff"),
        ("surface-raised", "#f6f4ef"),
        ("rule", "#d9d5cc"),
        ("rule-strong", "#8b877e"),
        ("accent", "#1b4f8f"),
        ("accent-soft", "#e6ebf3"),
        ("on-accent", "#ffffff"),
        ("evidence-context", "#62666b"),
        ("tone-for", "#14655f"),
        ("tone-against", "#a12a35"),
        ("stance-1", "#9c4a06"),
        ("stance-2", "#bb6a1c"),
        ("stance-3", "#6f6f6f"),
        ("stance-4", "#6f60ad"),
        ("stance-5", "#48267f"),
    ];
    let found = all.iter().find(|(name, _)| *name == ink.0);
    found.unwrap_or_else(|| panic!("no colour for {}", ink.0)).1.to_owned()
}

fn drawn(scene: &Scene) -> String {
    let (width, height) = (scene.width, scene.height);
    let items = svg::items(scene, &light).replace("<g ", "\n<g ");
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
         font-family=\"DejaVu Sans, sans-serif\"><rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>{items}\n</svg>\n"
    )
}

struct Case {
    name: String,
    asked: Asked,
    picked: Option<Pick>,
    camera: Camera,
    width: f64,
}

impl Case {
    fn new(name: String, width: f64) -> Self {
        Self { name, asked: Asked::default(), picked: None, camera: Camera::ALL, width }
    }

    fn scene(&self, network: &mut Network, story: &Story) -> Scene {
        network.asked = self.asked.clone();
        let lit = self.picked.map_or_else(Lit::default, |pick| query::lit_by(story, pick));
        let look = Look {
            story,
            picked: self.picked,
            lit: &lit,
            hidden: EvidenceSet::default(),
            words: Strings::of("en"),
            more: ExplorerStrings::of("en"),
        };
        network.scene(&look, self.camera, (self.width, network.height(self.width)))
    }
}

/// The pictures of a story whose first actor stands for all.
fn cases(slug: &str) -> Vec<Case> {
    let mut all = Vec::new();
    for width in [320.0, 768.0, 1280.0] {
        all.push(Case::new(format!("{slug}-{width}"), width));
        let zoomed = Camera { x: 0.4, y: 0.4, zoom: 2.0 };
        all.push(Case { camera: zoomed, ..Case::new(format!("{slug}-{width}-zoomed"), width) });
    }
    all
}

#[test]
fn pictures_are_as_drawn() {
    let mut expected = BTreeSet::new();
    for slug in ["security-guarantees", "harbour"] {
        let content = Content::of(real(slug));
        let mut network = Network::of(&content);
        for case in cases(slug) {
            let file = folder().join(format!("{}.svg", case.name));
            expect_file![file.clone()].assert_eq(&drawn(&case.scene(&mut network, &content.story)));
            expected.insert(file);
        }
    }
    let found: BTreeSet<_> =
        fs::read_dir(folder()).expect("drawings").map(|entry| entry.expect("a file").path()).collect();
    assert_eq!(found, expected, "a drawing that no test draws");
}
