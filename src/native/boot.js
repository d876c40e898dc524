// Starts the program on a page that is already whole, and puts the page back if the program cannot run.
// The program tells how it fares by `data-state` on the root: "hydrated" when it has taken over, "failed" when it panics.
// `standpoint build` replaces the two names by hashed ones.

const root = document.getElementById("standpoint");
const spare = root.cloneNode(true);
const starting = new AbortController();
const state = new MutationObserver(follow);

state.observe(root, { attributeFilter: ["data-state"] });
// A panic while the page is taken over does not reject the start, so until the sign any error counts.
addEventListener("error", (event) => putBack(event.error ?? event.message), { signal: starting.signal });
addEventListener("unhandledrejection", (event) => putBack(event.reason), { signal: starting.signal });
start().catch(putBack);

async function start() {
  const address = new URL("./app.wasm", import.meta.url);
  const [program, response] = await Promise.all([import("./app.js"), fetch(address)]);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  // A host that mislabels the file must not fill the console with warnings; then it is compiled from its bytes.
  const labelled = response.headers.get("content-type") === "application/wasm";
  await program.default({ module_or_path: labelled ? response : await response.arrayBuffer() });
}

function follow() {
  if (root.dataset.state === "hydrated") starting.abort();
  if (root.dataset.state === "failed") putBack("the program stopped");
}

function putBack(reason) {
  if (!root.isConnected) return;
  starting.abort();
  state.disconnect();
  spare.dataset.state = "failed";
  root.replaceWith(spare);
  console.error(`Standpoint: this page stays as it was written, without its interactive parts: ${reason}`);
}
