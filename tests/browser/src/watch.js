// The harness's server puts this first into a page: it keeps what the console says and what the
// policy forbids, from the start.
(() => {
  const watch = (window.__watch = { console: [], policy: [] });
  const text = (value) => (value instanceof Error ? `${value}\n${value.stack}` : String(value));
  for (const level of ["debug", "log", "info", "warn", "error"]) {
    const original = console[level];
    console[level] = (...args) => {
      watch.console.push(`${level}: ${args.map(text).join(" ")}`);
      original.apply(console, args);
    };
  }
  const failed = ({ message, error, target }) =>
    message
      ? `uncaught: ${message} ${error?.stack ?? ""}`
      : `not loaded: ${target.src ?? target.href}`;
  addEventListener("error", (event) => watch.console.push(failed(event)), true);
  addEventListener("unhandledrejection", (event) =>
    watch.console.push(`unhandled: ${text(event.reason)}`),
  );
  document.addEventListener("securitypolicyviolation", (event) =>
    watch.policy.push(
      `${event.effectiveDirective} forbids ${event.blockedURI} in ${event.sourceFile}:${event.lineNumber}`,
    ),
  );
})();
