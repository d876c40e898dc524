// Leaves behind the function that starts the explorer for a figure; the glue and the program stand above. Nothing of it runs before a
// reader asks for it.

let ready;

self.standpointExplorer = async (figure) => {
  ready ??= __wbg_init({ module_or_path: bytes(program) }).then(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    document.adoptedStyleSheets.push(sheet);
  });
  await ready;
  return new Explorer(figure);
};
