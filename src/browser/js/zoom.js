// Asks for the explorer when a reader first zooms into a figure, and hands on to it what the reader
// does. A plain wheel and one finger are never taken: they scroll the page, or the page around.

const explorers = new Map();

function explore(figure, action, { clientX = -1, clientY = -1 } = {}, amount = 1) {
  if (!explorers.has(figure)) {
    const failed = (reason) => console.error(`Standpoint: this figure cannot be zoomed: ${reason}`);
    explorers.set(figure, self.standpointExplorer(figure).catch(failed));
  }
  return explorers.get(figure).then((explorer) => explorer?.act(action, clientX, clientY, amount));
}

function zoom(event, action, at, amount) {
  const figure = event.target.closest?.("#timeline:has([data-zoom]), #map, [id^=overview-]");
  if (!figure || !root.isConnected || (amount < 0 && !explorers.has(figure))) return;
  event.preventDefault();
  explore(figure, action, at, amount);
}

// The overviews of a large story are explored when a reader comes to one, else one after the other
// when the page has been at rest for so many ms: their start is work that would hold up what is
// read first.
const REST = 1000;
async function overviews() {
  for (const figure of document.querySelectorAll("[id^=overview-]")) await open(figure);
}
function come(event) {
  const figure = event.target.closest?.("[id^=overview-]");
  if (figure && root.isConnected) open(figure);
}
function open(figure) {
  if (!explorers.has(figure)) return explore(figure, "open");
}
if (root.dataset.large) {
  const alive = new MutationObserver(
    () => root.dataset.state === "hydrated" && (alive.disconnect(), setTimeout(overviews, REST)),
  );
  alive.observe(root, { attributeFilter: ["data-state"] });
  addEventListener("pointerover", come);
  addEventListener("focusin", come);
}

// A bunch of events on the strip opens in the explorer, from its first to its last; with a key held
// it is a link as others are.
function unfold(event, bunch) {
  const [clientX, clientY] = bunch.dataset.open.split(" ").map(Number);
  if (!event.ctrlKey && !event.metaKey && !event.shiftKey)
    zoom(event, "show", { clientX, clientY });
}

addEventListener("click", (event) => {
  const bunch = event.target.closest?.("[data-open]");
  if (bunch) unfold(event, bunch);
  if (event.target.closest?.("[data-zoom]")) zoom(event, "step");
});
addEventListener(
  "wheel",
  (event) => (event.ctrlKey || event.metaKey) && zoom(event, "wheel", event, -event.deltaY),
  { passive: false },
);
addEventListener(
  "touchstart",
  (event) => event.touches[1] && zoom(event, "pinch", event.touches[0]),
  { passive: false },
);
addEventListener("keydown", (event) => {
  const amount = { "+": 1, "=": 1, "-": -1 }[event.key];
  const typing = event.target.closest?.("input, textarea, select");
  if (amount && !typing && !event.ctrlKey && !event.metaKey && !event.altKey)
    zoom(event, "step", {}, amount);
});
