// Keeps the page as it was written, and puts it back when the program cannot run, or stops. `start`
// is defined by `load.js` or `inside.js`. The program sets `data-state` on the root: "hydrated"
// when it has taken over, "failed" when it panics or cannot read the story.

const root = document.getElementById("standpoint");
const snapshot = root.cloneNode(true);
const state = new MutationObserver(
  () => root.dataset.state === "failed" && restore("the program stopped"),
);

state.observe(root, { attributeFilter: ["data-state"] });
addEventListener("error", (event) => onError(event.error ?? event.message));
addEventListener("unhandledrejection", (event) => onError(event.reason));
start().catch(restore);

// A panic during hydration does not reject the start, so until "hydrated" any error counts. Later
// only a trap does: it leaves the program in an unknown state. "Script error." is all that a page
// hears of errors in a file of another origin.
function onError(reason) {
  const hydrated = root.dataset.state === "hydrated";
  if (!hydrated || reason instanceof WebAssembly.RuntimeError || reason === "Script error.")
    restore(reason);
}

function restore(reason) {
  if (!root.isConnected) return;
  state.disconnect();
  snapshot.dataset.state = "failed";
  for (const note of snapshot.querySelectorAll(".program-note")) note.hidden = false;
  root.replaceWith(snapshot);
  console.error(
    `Standpoint: this page stays as it was written, without its interactive parts: ${reason}`,
  );
}
