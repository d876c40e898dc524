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

self.standpointExplorer = async (figure) => {
  await begin();
  return new Explorer(figure);
};

// What the bench measures: the layout of any graph.
self.standpointExplorer.layout = async (nodes, edges) => {
  await begin();
  return layout(nodes, edges);
};
