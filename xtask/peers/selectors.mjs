// What the scripts look for in our pages: the prerendered figures, and the explorer's.
export const LENS = { timeline: '#timeline .lens-picture', map: '#map .lens-picture' };

/** The strip as it is written into the page, which shows the one of two that has room, or none on a phone; and its list below. */
export const STRIP = { mark: '.strip .mark', words: '.strip .label-ground', entry: '.event' };

/** The map as it is written into the page. */
export const MAP = {
  node: '.node .plate',
  label: '.node text',
  link: 'a.node',
  edgeLabel: '.tie-label:not(.is-filtered):not(.is-spare) text',
  card: '.card.is-picked',
};

/** An actor's link carries its id. */
export const ACTOR = '#actor-';
export const EVENT = '#event-';
