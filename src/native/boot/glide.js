// Actors whose place on the map changes go there along a short way, so that a reader keeps sight of each. Style cannot do it: Chromium
// runs transitions of `x` and `y` on an inner `svg` without showing them. What has not moved costs nothing. Motions add up, so that a
// change on the way turns an actor without a jump.

new MutationObserver((changes) => {
  const style = getComputedStyle(root);
  const duration = parseFloat(style.getPropertyValue("--motion")) * 1000;
  if (!duration) return;
  const left = new Map();
  for (const { target, attributeName, oldValue } of changes) {
    if (!target.matches(".map .place")) continue;
    if (!left.has(target)) left.set(target, {});
    left.get(target)[attributeName] ??= oldValue;
  }
  for (const [place, old] of left) {
    // Across in percent of the map, down in px; a map that is not shown has no width, and nothing moves on it.
    const far = (name, unit) => (parseFloat(old[name] ?? place.getAttribute(name)) - parseFloat(place.getAttribute(name))) * unit;
    const width = place.ownerSVGElement.getBoundingClientRect().width;
    if (!width) continue;
    const from = `translate(${far("x", width / 100)}px, ${far("y", 1)}px)`;
    place.firstElementChild.animate([{ transform: from }, { transform: "none" }], { duration, easing: "ease", composite: "add" });
  }
}).observe(root, { subtree: true, attributeFilter: ["x", "y"], attributeOldValue: true });
