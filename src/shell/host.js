// The height layer: tells the page around a frame how high this one is. Stands first in the page, before its style sheet and its
// program. Knows no story and no program.
(() => {
  "use strict";
})();
