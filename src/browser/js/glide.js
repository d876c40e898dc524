// Animates actors to their new places on the map, so that a reader keeps sight of each. CSS cannot
// do it: Chromium runs transitions of `x` and `y` on an inner `svg` without showing them.
// Animations add up, so that a change during one redirects an actor without a jump. `root` is
// declared in `keep.js`.

new MutationObserver((changes) => {
  const moved = new Map();
  for (const { target, attributeName, oldValue } of changes) {
    if (!target.matches(".map .place")) continue;
    if (!moved.has(target)) moved.set(target, {});
    moved.get(target)[attributeName] ??= oldValue;
  }
  // Reading style makes the browser compute it: only when an actor has moved.
  const duration =
    moved.size && parseFloat(getComputedStyle(root).getPropertyValue("--motion")) * 1000;
  if (duration) moved.forEach((old, place) => glide(place, old, duration));
}).observe(root, { subtree: true, attributeFilter: ["x", "y"], attributeOldValue: true });

// `x` is in percent of the map, `y` in px; a map that is not shown has no width, and nothing moves
// on it.
function glide(place, old, duration) {
  const width = place.ownerSVGElement.getBoundingClientRect().width;
  if (!width) return;
  const distance = (name, unit) =>
    (parseFloat(old[name] ?? place.getAttribute(name)) - parseFloat(place.getAttribute(name))) *
    unit;
  const from = `translate(${distance("x", width / 100)}px, ${distance("y", 1)}px)`;
  place.firstElementChild.animate([{ transform: from }, { transform: "none" }], {
    duration,
    easing: "ease",
    composite: "add",
  });
}
