// Runs in the browser, not in the page: sets the size of the view (narrower than a window may be)
// and the reader's preferences.
const [width, height, dark, reducedMotion, script] = arguments;
Services.prefs.setIntPref("layout.css.prefers-color-scheme.content-override", dark ? 0 : 1);
Services.prefs.setIntPref("ui.prefersReducedMotion", reducedMotion ? 1 : 0);
const view = gBrowser.selectedBrowser;
view.browsingContext.allowJavascript = script;
for (const [side, length] of [
  ["width", width],
  ["height", height],
]) {
  for (const bound of ["min-", "max-", ""]) view.style.setProperty(bound + side, `${length}px`);
}
// What the console says from now on is this page's. A file may read no other, which is the default
// that WebDriver changes.
Services.console.reset();
Services.prefs.setBoolPref("security.fileuri.strict_origin_policy", true);
