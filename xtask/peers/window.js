// Makes a page of ours ready for the bench's gestures, which it makes as a reader of its peers'
// pages would: the figure that is asked for with `?view=` is explored, as after a click on "Zoom".
// A map fills the window, and the wheel zooms it without Ctrl, for the bench drags from the
// window's corner and knows of no key.
const view = new URLSearchParams(location.search).get("view");
const figure = () =>
  document.querySelector(`#overview-${view}`) ?? document.querySelector(`#${view}`);
const hydrated = () => document.querySelector("[data-state=hydrated]");

/** When a page has come to rest, so that what a reader sees first is measured without it. */
const REST = 1000;

/** So often `+` is pressed: of a figure that shows all there is nothing to drag. */
const CLOSER = 3;

const start = () => {
  if (!hydrated()) return setTimeout(start, 50);
  if (!document.querySelector("[data-large]"))
    setTimeout(() => figure().querySelector("[data-zoom]").click(), REST);
  setTimeout(explored, REST);
};

const explored = () => {
  const stage = figure().querySelector(".lens-stage");
  if (!stage?.querySelector(".item")) return setTimeout(explored, 50);
  const closer = figure().querySelector(".lens-bar button:nth-of-type(2)");
  for (let press = 0; press < CLOSER; press++) setTimeout(() => closer.click(), 100 * press);
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
