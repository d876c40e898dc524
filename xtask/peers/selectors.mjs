// Selectors for our pages: for the drawings in their HTML, and for those that the explorer makes.

/** The overview of a large story, which opens in the explorer; else the drawing of the story. */
export const FIGURE = {
  timeline: "#overview-timeline, #standpoint:not([data-large]) #timeline",
  map: "#overview-map, #standpoint:not([data-large]) #map",
};

const within = (figures, part) =>
  figures
    .split(", ")
    .map((figure) => `${figure} ${part}`)
    .join(", ");

/** The explorer's drawings, and the items and links in them. */
export const LENS = Object.fromEntries(
  Object.entries(FIGURE).map(([view, figures]) => [view, within(figures, ".lens-picture")]),
);
export const ITEM = Object.fromEntries(
  Object.entries(FIGURE).map(([view, figures]) => [view, within(figures, ".lens-picture .item")]),
);
export const LINK = Object.fromEntries(
  Object.entries(FIGURE).map(([view, figures]) => [view, within(figures, ".lens-picture a.item")]),
);

/** The button to the next event; the first click on a peer goes to the same button. */
export const NEXT = within(FIGURE.timeline, ".lens-bar button:nth-of-type(5)");

/** The timeline in the page's HTML: the strip's marks and labels, and the entries of the list below it. */
export const STRIP = { mark: ".strip .mark", words: ".strip .label-ground", entry: ".event" };

/** What a reader waits for: the first event or cluster of an overview, or the first entry of a page without one. */
export const FIRST =
  ".whole-middle a:not(.whole-middle a ~ a), #standpoint:not([data-large]) .event:first-child";

/** The map in the page's HTML. */
export const MAP = {
  node: ".node .plate",
  label: ".node text",
  link: "a.node",
  edgeLabel: ".tie-label:not(.is-filtered):not(.is-spare) text",
};

/** An actor's card: in the page, or in the explorer. */
export const CARD = ".card.is-picked, .lens-card:not([hidden])";

/** An actor's link carries its id. */
export const ACTOR = "#actor-";
export const EVENT = "#event-";
