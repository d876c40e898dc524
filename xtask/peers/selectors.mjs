// What the scripts look for in our pages: the figures that are written into them, and those that
// the explorer draws.

/** The figures of the whole of a large story, which are explored from the start; else those of the story. */
export const FIGURE = {
  timeline: "#overview-timeline, #standpoint:not([data-large]) #timeline",
  map: "#overview-map, #standpoint:not([data-large]) #map",
};

const within = (figures, part) =>
  figures
    .split(", ")
    .map((figure) => `${figure} ${part}`)
    .join(", ");

/** The explorer's drawings, and what stands in them. */
export const LENS = Object.fromEntries(
  Object.entries(FIGURE).map(([view, figures]) => [view, within(figures, ".lens-picture")]),
);
export const ITEM = Object.fromEntries(
  Object.entries(FIGURE).map(([view, figures]) => [view, within(figures, ".lens-picture .item")]),
);
export const LINK = Object.fromEntries(
  Object.entries(FIGURE).map(([view, figures]) => [view, within(figures, ".lens-picture a.item")]),
);

/** The button that walks to the next event, which is where a peer's first click goes too. */
export const NEXT = within(FIGURE.timeline, ".lens-bar button:nth-of-type(5)");

/** The strip as it is written into the page, which shows the one of two that has room, or none on a phone; and its list below. */
export const STRIP = { mark: ".strip .mark", words: ".strip .label-ground", entry: ".event" };

/** What a reader waits for: the first event or cluster in the picture of the whole, or the entries of a page that has them all. */
export const FIRST =
  ".whole-middle a:not(.whole-middle a ~ a), #standpoint:not([data-large]) .event:first-child";

/** The map as it is written into the page. */
export const MAP = {
  node: ".node .plate",
  label: ".node text",
  link: "a.node",
  edgeLabel: ".tie-label:not(.is-filtered):not(.is-spare) text",
};

/** Where an actor is read: its card in the page, or that of the explorer. */
export const CARD = ".card.is-picked, .lens-card:not([hidden])";

/** An actor's link carries its id. */
export const ACTOR = "#actor-";
export const EVENT = "#event-";
