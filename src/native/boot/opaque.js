// Stands before the policy. In a sandbox the page has an origin that is nobody's, for which WebKit does not let 'self' stand: neither
// the style sheet nor the program would load. So there the policy that follows becomes a comment, and the same is written with
// the page's own address for 'self'. `standpoint build` puts it in.
(() => {
  "use strict";
  if (self.origin !== "null" || !location.host) return;
  const policy = "POLICY".replaceAll("'self'", location.origin);
  document.write(`<meta http-equiv=Content-Security-Policy content="${policy}"><\!--`);
})();
