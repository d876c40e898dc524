// Appended to axe-core's source, because what that defines must not outlive the script. Returns
// little, as plain data.
const done = arguments[arguments.length - 1];
const node = ({ target, failureSummary }) => ({
  target: target.flat().join(" "),
  why: failureSummary,
});
const violation = ({ id, help, nodes }) => ({ id, help, nodes: nodes.map(node) });
axe.run(document, { resultTypes: ["violations"] }).then(
  ({ violations }) => done({ violations: violations.map(violation) }),
  (error) => done({ error: String(error) }),
);
