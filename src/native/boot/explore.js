// Leaves behind the function that starts the explorer for a figure; the glue and the program stand above. Nothing of it runs before a
// reader asks for it.

let ready;

function begin() {
  ready ??= __wbg_init({ module_or_path: bytes(program) }).then(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    document.adoptedStyleSheets.push(sheet);
  });
  return ready;
}

// A figure of the whole of a large story, which the page holds only a part of, has its data in a file.
async function whole(figure) {
  const address = figure.id.startsWith("overview-") && document.getElementById("standpoint").dataset.large;
  return address ? (await fetch(new URL(address, document.baseURI))).json() : undefined;
}

self.standpointExplorer = async (figure) => {
  const [large] = await Promise.all([whole(figure), begin()]);
  return new Explorer(figure, large);
};

// What the bench measures: the layout of any graph.
self.standpointExplorer.layout = async (nodes, edges) => {
  await begin();
  return layout(nodes, edges);
};
