//! What tests share: the stories of the repository, temporary folders, the real program, and a
//! stand-in for the built app.
#![allow(dead_code)] // No test uses all of it.

use standpoint::figure::{Color, Scene, svg};
use standpoint::format;
use standpoint::site::app_build::AppBuild;
use standpoint::site::{load, palette};
use standpoint::story::Story;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;

/// The glue of wasm-bindgen that a bundle is made from.
const GLUE: &str = "async function __wbg_init(at) {\n    at = new URL('web_bg.wasm', import.meta.url);\n}\n\n\
                    export { initSync, __wbg_init as default };\n";

pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The folder of a story of the repository.
pub fn story_folder(slug: &str) -> PathBuf {
    root().join("stories").join(slug)
}

/// A story of the repository.
pub fn built_in(slug: &str) -> Story {
    let loaded = load::story(&story_folder(slug)).unwrap();
    loaded
        .story
        .unwrap_or_else(|| panic!("{slug}: {:#?}", loaded.diagnostics))
}

/// The story of two texts, which must have no errors.
pub fn read_story(slug: &str, toml: &str, article: &str) -> Story {
    let (story, found) = format::read(slug, toml, article);
    story.unwrap_or_else(|| panic!("{found:#?}"))
}

pub fn read(path: impl AsRef<Path>) -> String {
    let path = path.as_ref();
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Writes a file and the folders above it.
pub fn write(path: impl AsRef<Path>, text: &str) {
    let path = path.as_ref();
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// A temporary folder with these files: name and text.
pub fn temporary_folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        write(folder.path().join(name), text);
    }
    folder
}

/// The program `standpoint`, started in a folder.
pub fn standpoint(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_standpoint"));
    command.current_dir(folder);
    command
}

/// A scene as a file of SVG in light colours, one element a line.
pub fn drawing(scene: &Scene) -> String {
    let colour = |ink: Color| palette::colour(ink.0, palette::Theme::Light);
    let (width, height, surface) = (scene.width, scene.height, colour(Color::SURFACE));
    let items = svg::items(scene, &colour);
    one_element_a_line(&format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
         font-family=\"DejaVu Sans, sans-serif\"><rect width=\"100%\" height=\"100%\" fill=\"{surface}\"/>{items}</svg>\n"
    ))
}

pub fn one_element_a_line(svg: &str) -> String {
    svg.replace("><", ">\n<")
}

/// Writes a few bytes in the shape of Trunk's output to `dist` in a folder.
pub fn write_app(folder: &Path) {
    let dist = folder.join("dist");
    let page = r#"<html><head><link rel="modulepreload" href="./web-3.js" crossorigin="anonymous"><link rel="preload" href="./web-3_bg.wasm" as="fetch">"#;
    write(dist.join("index.html"), page);
    write(dist.join("web-3.js"), GLUE);
    write(dist.join("web-3_bg.wasm"), "not really wasm");
    write(
        dist.join("explore.js"),
        &GLUE.replace("web_bg", "explore_bg"),
    );
    write(dist.join("explore_bg.wasm"), "not really wasm either");
}

/// The parts of that app.
pub fn app_build() -> AppBuild {
    let folder = temporary_folder(&[]);
    write_app(folder.path());
    AppBuild::read(&folder.path().join("dist")).unwrap()
}
