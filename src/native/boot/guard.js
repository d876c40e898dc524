// Beside the start, in the page itself: tells the start that scripts in the page may run, fetches the module early where one may be
// loaded, and says that the page stays as it was written when the start itself is missing.
(() => {
  "use strict";
  const boot = document.currentScript.previousElementSibling;
  boot.dataset.inline = "";
  boot.onerror = stay;
  if (self.origin !== "null" && location.protocol !== "file:") {
    const glue = document.createElement("link");
    glue.rel = "modulepreload";
    glue.fetchPriority = "low";
    glue.href = boot.dataset.glue;
    document.head.append(glue);
  }
  function stay() {
    const root = document.getElementById("standpoint");
    if (!root) return addEventListener("DOMContentLoaded", stay);
    root.dataset.state = "failed";
    for (const note of root.querySelectorAll(".program-note")) note.hidden = false;
    console.error(`Standpoint: this page stays as it was written, without its interactive parts: ${boot.src} cannot be loaded`);
  }
})();
