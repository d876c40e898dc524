// Starts the program that stands in the page itself, as base64 in a data block; the glue stands
// above.

async function start() {
  await __wbg_init({
    module_or_path: bytes(document.getElementById("standpoint-program").textContent),
  });
}
