// Makes a page of ours ready for the suite's gestures, which are those for the peers' pages: the
// drawing that `?view=` names opens in the explorer, as after a click on "Zoom". A map fills the
// window, because the suite drags from the window's corner, and the wheel zooms it without Ctrl,
// because the suite presses no key.
const view = new URLSearchParams(location.search).get("view");
const figure = () =>
  document.querySelector(`#overview-${view}`) ?? document.querySelector(`#${view}`);
const hydrated = () => document.querySelector("[data-state=hydrated]");

/** How long a page may settle, so that this script does not disturb what is measured first, ms. */
const SETTLE_MS = 1000;

/** How many times `+` is pressed: a fully zoomed-out view cannot be dragged. */
const ZOOM_STEPS = 3;

const start = () => {
  if (!hydrated()) return setTimeout(start, 50);
  if (!document.querySelector("[data-large]"))
    setTimeout(() => figure().querySelector("[data-zoom]").click(), SETTLE_MS);
  setTimeout(explored, SETTLE_MS);
};

const explored = () => {
  const stage = figure().querySelector(".lens-stage");
  if (!stage?.querySelector(".item")) return setTimeout(explored, 50);
  const zoomIn = figure().querySelector(".lens-bar button:nth-of-type(2)");
  for (let press = 0; press < ZOOM_STEPS; press++) setTimeout(() => zoomIn.click(), 100 * press);
  if (view === "map") spread(stage);
  let changes = 0;
  new MutationObserver(() => changes++).observe(stage, {
    subtree: true,
    childList: true,
    attributeFilter: ["transform"],
  });
  window.__state = () => changes;
};

const spread = (stage) => {
  for (const [name, value] of Object.entries({
    position: "fixed",
    inset: "0",
    "z-index": "1",
    background: "white",
  }))
    stage.style.setProperty(name, value);
  stage.addEventListener("wheel", ctrl, { capture: true, passive: false });
};

/** The same turn of the wheel with Ctrl held. */
const ctrl = (event) => {
  if (event.ctrlKey) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const { deltaX, deltaY, deltaMode, clientX, clientY } = event;
  const turn = {
    bubbles: true,
    cancelable: true,
    ctrlKey: true,
    deltaX,
    deltaY,
    deltaMode,
    clientX,
    clientY,
  };
  event.target.dispatchEvent(new WheelEvent("wheel", turn));
};

start();
