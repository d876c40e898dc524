// Every layout shift so far, and what moved. The observer's buffer comes in a task of its own,
// after two more frames.
const done = arguments[arguments.length - 1];
const shifts = [];
const name = (node) =>
  (node?.nodeType === 1 ? node : node?.parentElement)?.outerHTML.slice(0, 60) ?? "something gone";
new PerformanceObserver((list) => {
  for (const { value, startTime, sources } of list.getEntries()) {
    shifts.push({ value, at: startTime, what: sources.map(({ node }) => name(node)) });
  }
}).observe({ type: "layout-shift", buffered: true });
const first_paint = performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0;
requestAnimationFrame(() =>
  requestAnimationFrame(() => setTimeout(() => done({ first_paint, shifts }), 50)),
);
