// Starts the program that is in the page itself, as base64 in a data block. wasm-bindgen's glue,
// which defines `__wbg_init`, and `bytes` come before this in the same script.

async function start() {
  await __wbg_init({
    module_or_path: bytes(document.getElementById("standpoint-program").textContent),
  });
}
