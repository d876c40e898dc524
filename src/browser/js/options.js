// The options in the address that must act before the first paint, as marks on the root element;
// style sheets read them. Stands in the page itself, so that nothing is painted in another colour
// first. Anybody can write an address: what is not understood is left out, with a note. Knows no
// story and no program.
(() => {
  const root = document.documentElement;
  const query = new URLSearchParams(location.search);

  const option = (name, read) => {
    const value = query.get(name);
    if (value !== null && !read(value))
      console.info(`Standpoint: ${name} in the address is not understood and left out`);
  };

  const among = (words) => (value) =>
    value.split(",").every((word) => words.split(" ").includes(word));

  const light = (colour) =>
    colour.reduce(
      (sum, part, index) =>
        sum + [0.2126, 0.7152, 0.0722][index] * ((part / 255 + 0.055) / 1.055) ** 2.4,
      0,
    );

  // The given colour, moved towards black or white until it can be read as text on what is as light
  // as `ground`. The formula for the lightness leaves out its straight part, which makes the
  // darkest colours a little lighter than they are: `ground` allows for that.
  const readable = (colour, end, ground) => {
    for (let share = 0; ; share += 0.02) {
      const mixed = colour.map((part) => Math.round(part + (end - part) * share));
      const [dark, bright] = [light(mixed), ground].sort((a, b) => a - b);
      if ((bright + 0.05) / (dark + 0.05) >= 4.5) return `rgb(${mixed})`;
    }
  };

  option(
    "theme",
    (value) =>
      value === "auto" || (["light", "dark"].includes(value) && (root.dataset.theme = value)),
  );
  option(
    "view",
    (value) =>
      among("text map timeline actors")(value) && (root.dataset.view = value.replaceAll(",", " ")),
  );
  option("chrome", (value) => value === "off" && (root.dataset.chrome = value));
  option("accent", (value) => {
    const [, digits] = /^#?((?:[\da-f]{3}){1,2})$/i.exec(value) || [];
    if (!digits) return false;
    const colour = digits
      .match(digits[3] ? /../g : /./g)
      .map((part) => parseInt(part + (digits[3] ? "" : part), 16));
    root.style.setProperty("--accent-light", readable(colour, 0, 0.8));
    root.style.setProperty("--accent-dark", readable(colour, 255, 0.04));
    return true;
  });
})();
