// Starts the program from the files beside this one: as a module with its WebAssembly, or, where
// neither may be loaded (an opaque origin, `file:`), as one classic script with everything inside.
// `standpoint build` replaces the names by hashed ones.

const script = document.currentScript;

// Whether the program was loaded as one script.
let bundled = false;

async function start() {
  // Where a host's policy blocks inline style and scripts, the same is loaded from files.
  if (!document.querySelector("style")?.sheet) loadStyle();
  if (!("inline" in document.documentElement.dataset))
    await Promise.allSettled(["./host.js", "./options.js"].map(load));
  await painted();
  if (self.origin === "null" || location.protocol === "file:") return classic();
  try {
    await asModule();
  } catch (reason) {
    if (!recoverable(reason)) throw reason;
    console.warn(
      `Standpoint: the program is loaded as one file, because its parts cannot be loaded: ${reason}`,
    );
    await classic();
  }
}

async function asModule() {
  const [program, wasm] = await Promise.all([import("./app.js"), fetched("./app.wasm")]);
  await program.default({ module_or_path: wasm });
}

// WebAssembly to compile while it arrives. A host that mislabels the file must not fill the console
// with warnings; then it is compiled from its bytes.
async function fetched(name) {
  const address = new URL(name, script.src);
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return response.headers.get("content-type") === "application/wasm"
    ? response
    : response.arrayBuffer();
}

// The script carries the promise of its own start, because a page does not hear of rejections in a
// file of another origin.
async function classic() {
  bundled = true;
  await (
    await load("./classic.js")
  ).program;
}

// A program that has run and stopped would stop again, and where not even an empty WebAssembly
// module may run, no other way of loading helps.
function recoverable(reason) {
  try {
    new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)));
    return !(reason instanceof WebAssembly.RuntimeError);
  } catch {
    return false;
  }
}

// The program's transfer and its work would delay the first paint. A frame that is off screen is
// never painted, so the wait has an end.
function painted() {
  if (performance.getEntriesByName("first-contentful-paint").length) return;
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, 200);
  });
}

function loadStyle() {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = new URL("./style.css", script.src);
  document.head.prepend(link);
}

function load(name) {
  return new Promise((resolve, reject) => {
    const element = document.createElement("script");
    element.src = new URL(name, script.src);
    element.onload = () => resolve(element);
    element.onerror = () => reject(new Error(`${element.src} cannot be loaded`));
    document.head.append(element);
  });
}

// The loaded file replaces this function by the one that starts the explorer. It is loaded in the
// same way as the program.
let explorer;
self.standpointExplorer = async (figure) => {
  explorer ??= Promise.all(
    bundled
      ? [undefined, load("./explore-classic.js")]
      : [fetched("./explore.wasm"), load("./explore.js")],
  );
  // After a failure the next zoom tries again.
  explorer.catch(() => (explorer = undefined));
  const [wasm] = await explorer;
  return self.standpointExplorer(figure, wasm);
};
