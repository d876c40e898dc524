// Where a point of the page in a frame lies in this page, which is scrolled so that the point can
// be seen.
const [frame, x, y] = arguments;
const place = () => {
  const { left, top } = frame.getBoundingClientRect();
  const { paddingLeft, paddingTop } = getComputedStyle(frame);
  return {
    x: left + frame.clientLeft + parseFloat(paddingLeft) + x,
    y: top + frame.clientTop + parseFloat(paddingTop) + y,
  };
};
const middle = place().y - innerHeight / 2;
if (Math.abs(middle) > innerHeight / 2 - 40) scrollBy({ top: middle, behavior: "instant" });
const { x: left, y: top } = place();
return { x: Math.round(left), y: Math.round(top) };
