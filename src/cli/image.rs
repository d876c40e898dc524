//! `standpoint image`: a view of a story as SVG or PNG, with its title and its source.

mod wanted;

use super::build::sound;
use super::output::{Outcome, print};
use crate::figure::map::Network;
use crate::figure::poster::{LEAST, Poster, PosterFigure, poster, room};
use crate::figure::timeline::Timeline;
use crate::figure::{Camera, Color, Figure, FigureState, Item, Scene, Shape, Target};
use crate::layout::Content;
use crate::layout::large::MAX_ACTORS;
use crate::layout::network::Networks;
use crate::locale::strings::Strings;
use crate::locale::strings::explorer::ExplorerStrings;
use crate::site::palette::{Theme, colour};
use crate::site::{pack, raster};
use crate::state::route::anchor;
use crate::state::{MapReading, Pick, Route, query};
use crate::story::Story;
use anyhow::{Result, bail};
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// The zoom if only `--at` is given.
const DEFAULT_ZOOM: f64 = 2.0;
/// The heights to try for a part of a timeline, as shares of the height of the whole.
const HEIGHT_SHARES: [f64; 4] = [0.35, 0.5, 0.65, 0.8];

/// Draws the timeline or the map of a story as an image for articles, slides and print, with title
/// and source in it.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Folder with a story.toml and an article.md.
    #[arg(value_name = "STORY")]
    story: PathBuf,
    /// Which view; without it the map, or the timeline if --at names an event.
    #[arg(long, value_enum)]
    view: Option<View>,
    /// The issue along which the map shows positions.
    #[arg(long, value_name = "KEY")]
    issue: Option<String>,
    /// What is picked and left out: the part after # of a link to that state, as in
    /// `pick=actor-russia&hide=inferred`.
    #[arg(long, value_name = "FRAGMENT")]
    state: Option<String>,
    /// Width of the image in px, 320 to 4000.
    #[arg(long, value_name = "PX", default_value_t = 1000)]
    #[arg(value_parser = clap::value_parser!(u16).range(LEAST as i64..=4000))]
    width: u16,
    /// How many times larger than the whole view; the image then shows a part.
    #[arg(long, value_name = "TIMES", value_parser = zoom)]
    zoom: Option<f64>,
    /// What is in the middle of that part, or close to it near an edge: actor-russia,
    /// event-remarks.
    #[arg(long, value_name = "ID")]
    at: Option<String>,
    #[arg(long, value_enum, default_value_t = Theme::Light)]
    theme: Theme,
    /// Pixels of a PNG for each px of its width, 1 to 4: 2 for screens that are twice as fine.
    #[arg(long, value_name = "TIMES", default_value_t = 1)]
    #[arg(value_parser = clap::value_parser!(u8).range(1..=4))]
    scale: u8,
    /// File to write, ending in .svg or .png. Without it the SVG goes to the standard output.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum View {
    Timeline,
    Map,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Svg,
    Png,
}

fn zoom(text: &str) -> Result<f64, String> {
    let times = text
        .parse()
        .ok()
        .filter(|times: &f64| times.is_finite() && *times >= 1.0);
    times.ok_or_else(|| "it must be a number of at least 1".to_owned())
}

pub fn run(args: &Args) -> Result<Outcome> {
    // Comes first, so that a wrong ending is reported at once.
    let kind = args.output.as_deref().map_or(Ok(Kind::Svg), kind)?;
    let Some(stories) = sound(std::slice::from_ref(&args.story))? else {
        return Ok(Outcome::Faulty);
    };
    for story in stories {
        let svg = draw(args, &story)?;
        let Some(output) = &args.output else {
            return print(&svg).map(|()| Outcome::Done);
        };
        match kind {
            Kind::Svg => pack::picture(svg.as_bytes(), output)?,
            Kind::Png => {
                let picture = raster::png(&svg, args.scale.into())?;
                if let Some(note) = picture.note() {
                    eprintln!("{}: {note}", output.display());
                }
                pack::picture(&picture.png, output)?;
            }
        }
        print(&format!("wrote {}\n", output.display()))?;
    }
    Ok(Outcome::Done)
}

fn kind(output: &Path) -> Result<Kind> {
    let ending = output
        .extension()
        .map(|ending| ending.to_string_lossy().to_ascii_lowercase());
    match ending.as_deref() {
        Some("svg") => Ok(Kind::Svg),
        Some("png") => Ok(Kind::Png),
        _ => bail!(
            "cannot write an image to {}: use a name that ends in .svg or .png",
            output.display()
        ),
    }
}

fn draw(args: &Args, story: &Story) -> Result<String> {
    let (mut route, at) = (
        wanted::route(story, args.state.as_deref())?,
        wanted::pick(story, args.at.as_deref())?,
    );
    if let Some(key) = &args.issue {
        (route.issue, route.map) = (Some(wanted::issue(story, key)?), MapReading::Positions);
    }
    let figure = figure(args, story, &route, at)?;
    let lit = route
        .pick
        .map(|pick| query::lit_by(story, pick))
        .unwrap_or_default();
    let (words, more) = (Strings::of(&story.lang), ExplorerStrings::of(&story.lang));
    let look = FigureState {
        story,
        picked: route.pick,
        lit: &lit,
        hidden: route.hidden,
        words,
        more,
    };
    let plan = plan(story, figure);
    let width = room(args.width.into());
    let size = (width, plan.height(width));
    let camera = camera(args, story, &*plan, at, size)?;
    let scene = scene(&*plan, &look, camera, size, figure);
    let detail = camera.zoom > 1.0;
    let image = Poster {
        look,
        figure,
        detail,
        also: "",
        scene: &scene,
    };
    Ok(poster(&image, &|ink: Color| colour(ink.0, args.theme)))
}

/// The drawing. A part of a timeline gets the smallest height that shows as many labels, because a
/// few events need less space than all.
fn scene(
    plan: &dyn Figure,
    look: &FigureState,
    camera: Camera,
    size: (f64, f64),
    figure: PosterFigure,
) -> Scene {
    let whole = plan.scene(look, camera, size);
    if camera.zoom == 1.0 || figure != PosterFigure::Timeline {
        return whole;
    }
    let labels = labels(&whole);
    let lower =
        HEIGHT_SHARES.map(|share| plan.scene(look, camera, (size.0, (size.1 * share).round())));
    lower
        .into_iter()
        .find(|scene| self::labels(scene) >= labels)
        .unwrap_or(whole)
}

/// The number of labelled marks.
fn labels(scene: &Scene) -> usize {
    let named = |item: &&Item| {
        let picked = item
            .link
            .as_ref()
            .is_some_and(|link| matches!(link.to, Target::Pick(_)));
        picked
            && item
                .shapes
                .iter()
                .any(|shape| matches!(shape, Shape::Text { .. }))
    };
    scene.items.iter().filter(named).count()
}

/// The figure that the arguments ask for.
fn figure(args: &Args, story: &Story, route: &Route, at: Option<Pick>) -> Result<PosterFigure> {
    let usual = if matches!(at, Some(Pick::Event(_))) {
        View::Timeline
    } else {
        View::Map
    };
    let first = story.each_issue().next().map(|(id, _)| id);
    match (args.view.unwrap_or(usual), route.map, route.issue.or(first)) {
        (View::Timeline, ..) if args.issue.is_some() => {
            bail!("--issue reads the map, not the timeline")
        }
        (View::Timeline, ..) => Ok(PosterFigure::Timeline),
        (View::Map, MapReading::Positions, Some(issue)) => Ok(PosterFigure::Positions(issue)),
        (View::Map, MapReading::Positions, None) => {
            bail!("the map cannot be read along an issue: the story has none")
        }
        (View::Map, MapReading::Relations, _) => Ok(PosterFigure::Relations),
    }
}

/// The part of the figure that the arguments ask for.
fn camera(
    args: &Args,
    story: &Story,
    plan: &dyn Figure,
    at: Option<Pick>,
    size: (f64, f64),
) -> Result<Camera> {
    let zoom = args
        .zoom
        .unwrap_or(if at.is_some() { DEFAULT_ZOOM } else { 1.0 })
        .min(plan.max_zoom());
    let camera = Camera {
        zoom,
        ..Camera::ALL
    };
    match at.map(|pick| (pick, plan.camera_for(pick, camera, size))) {
        None => Ok(camera),
        Some((_, Some(camera))) => Ok(camera.inside()),
        Some((pick, None)) => bail!("this view does not show {}", anchor(story, pick)),
    }
}

fn plan(story: &Story, figure: PosterFigure) -> Box<dyn Figure> {
    match figure {
        PosterFigure::Timeline => Box::new(Timeline::of(story)),
        PosterFigure::Relations => Box::new(network(story)),
        PosterFigure::Positions(issue) => {
            let mut network = network(story);
            network.asked.positions = Some(issue);
            Box::new(network)
        }
    }
}

/// The layout of a small network would take hours for many actors, which are placed in another way.
fn network(story: &Story) -> Network {
    let bare = Content::bare(Rc::new(story.clone()));
    let few = story.actors.len() <= MAX_ACTORS;
    Network::of(&if few {
        Content {
            networks: Networks::of(story),
            ..bare
        }
    } else {
        bare
    })
}
