// Loads the explorer when a reader first zooms into a figure, and calls it for what the reader
// does. A plain wheel and one finger are never taken: they scroll the page, or its host page.
// `root` is declared in `keep.js`.

const explorers = new Map();

function explore(figure, act) {
  if (!explorers.has(figure)) {
    const failed = (reason) => {
      explorers.delete(figure);
      console.error(`Standpoint: this figure cannot be zoomed: ${reason}`);
    };
    explorers.set(figure, self.standpointExplorer(figure).catch(failed));
  }
  return explorers.get(figure).then((explorer) => explorer && act(explorer));
}

function zoom(event, act, zoomOut) {
  const figure = event.target.closest?.("#timeline:has([data-zoom]), #map, [id^=overview-]");
  if (!figure || !root.isConnected || (zoomOut && !explorers.has(figure))) return;
  event.preventDefault();
  explore(figure, act);
}

// The overviews of a large story are explored when a reader comes to one, else one after the other
// a second after the program has taken over: their start is work that would delay the first
// reading.
const DELAY = 1000;
async function overviews() {
  for (const figure of document.querySelectorAll("[id^=overview-]")) await open(figure);
}
function onApproach(event) {
  const figure = event.target.closest?.("[id^=overview-]");
  if (figure && root.isConnected) open(figure);
}
function open(figure) {
  if (!explorers.has(figure)) return explore(figure, (explorer) => explorer.open());
}
if (root.dataset.large) {
  const hydration = new MutationObserver(
    () =>
      root.dataset.state === "hydrated" && (hydration.disconnect(), setTimeout(overviews, DELAY)),
  );
  hydration.observe(root, { attributeFilter: ["data-state"] });
  addEventListener("pointerover", onApproach);
  addEventListener("focusin", onApproach);
}

// A cluster of events on the strip opens in the explorer, from its first to its last; with a
// modifier key it is a link like any other.
function unfold(event, cluster) {
  const [first, last] = cluster.dataset.open.split(" ").map(Number);
  if (!event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey)
    zoom(event, (explorer) => explorer.showEvents(first, last));
}

addEventListener("click", (event) => {
  const cluster = event.target.closest?.("[data-open]");
  if (cluster) unfold(event, cluster);
  if (event.target.closest?.("[data-zoom]")) zoom(event, (explorer) => explorer.step(true));
});
addEventListener(
  "wheel",
  (event) => {
    const { clientX, clientY, deltaY } = event;
    if (event.ctrlKey || event.metaKey)
      zoom(event, (explorer) => explorer.wheel(clientX, clientY, -deltaY), deltaY > 0);
  },
  { passive: false },
);
addEventListener(
  "touchstart",
  (event) => {
    const [finger, second] = [event.touches[0], event.touches[1]];
    if (second) zoom(event, (explorer) => explorer.pinch(finger.clientX, finger.clientY));
  },
  { passive: false },
);
addEventListener("keydown", (event) => {
  const zoomIn = { "+": true, "=": true, "-": false }[event.key];
  const typing = event.target.closest?.("input, textarea, select");
  if (zoomIn !== undefined && !typing && !event.ctrlKey && !event.metaKey && !event.altKey)
    zoom(event, (explorer) => explorer.step(zoomIn), !zoomIn);
});
