//! What lines, arrowheads and shapes of the map mean, in words beside samples. Knows no browser.

use super::{Reading, nodes};
use crate::story::{Evidence, StanceId, Tone};
use crate::view::{Ctx, evidence};
use yew::prelude::*;

/// The tones and kinds of evidence that the picture has; in the positions also the shapes of the
/// stances.
pub fn legend(ctx: &Ctx, reading: &Reading) -> Html {
    let tied = |tone: Tone| ctx.story.relations.iter().any(|tie| tie.tone == tone);
    let grounds = ctx
        .story
        .relations
        .iter()
        .map(|tie| &tie.grounds)
        .chain(ctx.story.positions.iter().map(|one| &one.grounds));
    let kinds: Vec<_> = grounds.map(|grounds| grounds.evidence).collect();
    let issue = reading
        .issue
        .filter(|_| reading.positions)
        .map(|issue| &ctx.story[issue]);
    html! {
        <div class="map-legend">
            <p class="legend" hidden={reading.positions}>
                { for [Tone::For, Tone::Against, Tone::Neutral].into_iter().filter(|tone| tied(*tone)).map(|tone| html! {
                    <span key={tone.key()} class="legend-item" data-tone={tone.key()}>
                        <svg class="tone-sample" width="30" height="12" aria-hidden="true">{ sample(tone) }</svg>
                        { ctx.say(ctx.words.tones[tone as usize]) }
                    </span>
                }) }
            </p>
            <p class="legend" hidden={!reading.positions}>
                { for issue.into_iter().flat_map(|issue| issue.scale.iter().enumerate().map(move |(index, stance)| {
                    let id = StanceId::new(index);
                    html! {
                        <span key={stance.key.clone()} class="legend-item stance" data-stance={nodes::step(issue, id).to_string()}>
                            <svg width="16" height="16" aria-hidden="true"><path class="side-mark" d={nodes::shape(issue, id)} transform="translate(8 8)" /></svg>
                            { ctx.isolated(&stance.label) }
                        </span>
                    }
                })) }
            </p>
            <p class="legend">
                { for Evidence::ALL.into_iter().filter(|kind| kinds.contains(kind)).map(|kind| html! { <span key={kind.key()}>{ evidence::mark(ctx, kind) }</span> }) }
            </p>
        </div>
    }
}

fn sample(tone: Tone) -> Html {
    let head = match tone {
        Tone::For => "M14,1.5 L22,6 L14,10.5 Z",
        Tone::Against => "M20,0.5 V11.5 M13,2 L19,6 L13,10",
        Tone::Neutral => "M14,2 L21,6 L14,10",
    };
    html! { <><line x1="0" y1="6" x2="30" y2="6" /><path d={head} /></> }
}
