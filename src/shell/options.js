// The options in the address that must act before the first paint, as marks on the root element. Stands in the page itself. Knows no
// story and no program.
(() => {
  "use strict";
})();
