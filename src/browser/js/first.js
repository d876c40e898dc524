// Stands in the page before everything that loads, and before the policy. Tells the start that
// scripts in the page may run, and says that the page stays as it was written when the start itself
// is missing; the browser's console says which file that is.
(() => {
  document.documentElement.dataset.inline = "";
  const stay = () => {
    const root = document.getElementById("standpoint");
    if (!root) return addEventListener("DOMContentLoaded", stay);
    root.dataset.state = "failed";
    root.querySelector(".program-note").hidden = false;
  };
  // Such an error does not bubble, and of all elements only the start's has `defer`.
  addEventListener("error", (event) => event.target.defer && stay(), true);
  // In a sandbox the page has an origin that is nobody's, for which WebKit does not let 'self'
  // stand: the program would not load. So there the policy that follows becomes a comment, and the
  // same is written with the page's own address for 'self'. `standpoint build` puts it in.
  if (self.origin !== "null" || !location.host) return;
  const policy = "POLICY".replaceAll("'self'", location.origin);
  document.write(`<meta http-equiv=Content-Security-Policy content="${policy}"><\!--`);
})();
