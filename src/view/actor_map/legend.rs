//! What lines, arrowheads and shapes of the map mean, in words beside samples.

use super::Reading;
use crate::figure::legend;
use crate::figure::symbols::{stance_mark, stance_step};
use crate::story::StanceId;
use crate::view::Ctx;
use crate::view::shape::sample;
use crate::view::timeline::legend_item;
use yew::prelude::*;

/// The tones and kinds of evidence that the picture has; in the positions also the shapes of the
/// stances.
pub fn legend(ctx: &Ctx, reading: &Reading) -> Html {
    let (relations, positions) = (&ctx.story.relations, &ctx.story.positions);
    let tones = legend::tones(relations.iter().map(|tie| tie.tone), ctx.words);
    let grounds = relations
        .iter()
        .map(|tie| &tie.grounds)
        .chain(positions.iter().map(|position| &position.grounds));
    let lines = legend::lines(grounds.map(|grounds| grounds.evidence), ctx.words);
    let issue = reading
        .issue
        .filter(|_| reading.positions)
        .map(|issue| &ctx.story[issue]);
    html! {
        <div class="map-legend">
            <p class="legend" hidden={reading.positions}>{ for tones.iter().map(|entry| legend_item(ctx, entry)) }</p>
            <p class="legend" hidden={!reading.positions}>
                { for issue.into_iter().flat_map(|issue| issue.scale.iter().enumerate().map(move |(index, stance)| {
                    let step = stance_step(issue, StanceId::new(index));
                    html! {
                        <span key={stance.key.clone()} class="legend-item">
                            { sample(16.0, &[stance_mark(step, (8.0, 0.0))]) }
                            { ctx.isolated(&stance.label) }
                        </span>
                    }
                })) }
            </p>
            <p class="legend">{ for lines.iter().map(|entry| legend_item(ctx, entry)) }</p>
        </div>
    }
}
