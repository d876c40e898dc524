// Defines the function that starts the explorer for a figure; the glue and the program come before
// this in the same script.

let ready;

// The program is an argument, or in this script.
function begin(wasm = bytes(program)) {
  ready ??= __wbg_init({ module_or_path: wasm }).then(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    document.adoptedStyleSheets.push(sheet);
  });
  return ready;
}

// The overview of a large story, of which the page holds only a part, has its data in a file.
async function fullData(figure) {
  const address =
    figure.id.startsWith("overview-") && document.getElementById("standpoint").dataset.large;
  return address ? (await fetch(new URL(address, document.baseURI))).json() : undefined;
}

self.standpointExplorer = async (figure, wasm) => {
  const [large] = await Promise.all([fullData(figure), begin(wasm)]);
  await nextTask();
  const explorer = new Explorer(figure, large);
  await nextTask();
  return explorer;
};

// Lets the browser answer the reader between two parts of the start.
function nextTask() {
  return new Promise((resolve) => setTimeout(resolve));
}
