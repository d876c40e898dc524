// The first script of the page, before everything that loads and before the content security policy
// (CSP). It records that inline scripts may run. When the start script itself is missing, it shows
// the note that the page stays as it was written; the browser's console names the file.
(() => {
  document.documentElement.dataset.inline = "";
  const stay = () => {
    const root = document.getElementById("standpoint");
    if (!root) return addEventListener("DOMContentLoaded", stay);
    root.dataset.state = "failed";
    root.querySelector(".program-note").hidden = false;
  };
  // Such an error does not bubble; only the start's element has `defer`.
  addEventListener("error", (event) => event.target.defer && stay(), true);
  // In a sandbox the page has an opaque origin, which in WebKit 'self' does not match: the program
  // would not load. There the CSP that follows becomes a comment, and the same is written with the
  // page's own origin in place of 'self'. `standpoint build` puts it in.
  if (self.origin !== "null" || !location.host) return;
  const policy = "POLICY".replaceAll("'self'", location.origin);
  document.write(`<meta http-equiv=Content-Security-Policy content="${policy}"><\!--`);
})();
