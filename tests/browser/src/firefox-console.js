// Runs in the browser: the errors that Firefox itself reports for pages and their frames (a script
// or style sheet that it blocks), which no script in a page can see. Warnings are left out: they
// judge style, not function.
const ours = /^(https?:\/\/(localhost|127\.0\.0\.1)\b|file:|about:srcdoc)/;
const text = (entry) => {
  if (!(entry instanceof Ci.nsIScriptError) || entry.flags & Ci.nsIScriptError.warningFlag)
    return [];
  const { sourceName, errorMessage, category } = entry;
  return ours.test(sourceName) || !sourceName
    ? [`${category}: ${errorMessage} (${sourceName})`]
    : [];
};
return Services.console.getMessageArray().flatMap(text);
