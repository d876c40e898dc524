// Keeps the page as it was written, and puts it back when the program cannot run, or stops. `start`
// is defined by `load.js` or `inside.js`. The program sets `data-state` on the root: "hydrated"
// when it has taken over, "failed" when it panics or cannot read the story.

const root = document.getElementById("standpoint");
const spare = root.cloneNode(true);
const state = new MutationObserver(
  () => root.dataset.state === "failed" && putBack("the program stopped"),
);

state.observe(root, { attributeFilter: ["data-state"] });
addEventListener("error", (event) => judge(event.error ?? event.message));
addEventListener("unhandledrejection", (event) => judge(event.reason));
start().catch(putBack);

// A panic during hydration does not reject the start, so until "hydrated" any error counts. Later
// only a trap does: it leaves the program in an unknown state. "Script error." is all that a page
// hears of errors in a file of another origin.
function judge(reason) {
  const alive = root.dataset.state === "hydrated";
  if (!alive || reason instanceof WebAssembly.RuntimeError || reason === "Script error.")
    putBack(reason);
}

function putBack(reason) {
  if (!root.isConnected) return;
  state.disconnect();
  spare.dataset.state = "failed";
  for (const note of spare.querySelectorAll(".program-note")) note.hidden = false;
  root.replaceWith(spare);
  console.error(
    `Standpoint: this page stays as it was written, without its interactive parts: ${reason}`,
  );
}
