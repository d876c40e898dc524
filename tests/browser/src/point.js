// Brings the first visible match into view and finds a point that hits it: its middle, or the
// middle of one of its parts (a link in an SVG may be hollow in its middle). WebDriver's own click
// cannot do this for SVG links in Firefox and WebKitGTK.
const [css] = arguments;
const matches = [...document.querySelectorAll(css)];
if (!matches.length) return { error: "nothing matches it" };
const element = matches.find((match) => match.checkVisibility());
if (!element) return { error: "it is hidden" };
element.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
const boxes = [element, ...element.querySelectorAll("*")].flatMap((part) => [
  ...part.getClientRects(),
  part.getBoundingClientRect(),
]);
const points = boxes
  .filter(({ width, height }) => width > 0 && height > 0)
  .map(({ left, top, width, height }) => ({
    x: Math.round(left + width / 2),
    y: Math.round(top + height / 2),
  }));
const hit = ({ x, y }) => document.elementFromPoint(x, y);
const point = points.find((point) => element.contains(hit(point)));
if (point) return { point };
if (!points.length) return { error: "it has no size" };
return {
  error: `it is covered by or lies outside of the view: ${hit(points[0])?.outerHTML.slice(0, 120) ?? "nothing there"}`,
};
