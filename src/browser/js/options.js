// Writes the options in the URL that must act before the first paint as attributes of `<html>`,
// which style sheets read. It is inlined in the page, so that nothing is painted in another colour
// first. Anybody can write a URL: what is not understood is skipped and logged.
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

  const luminance = (colour) =>
    colour.reduce(
      (sum, part, index) =>
        sum + [0.2126, 0.7152, 0.0722][index] * ((part / 255 + 0.055) / 1.055) ** 2.4,
      0,
    );

  // The given colour, moved towards black or white until text in it has a contrast of 4.5 with a
  // background of this luminance. The formula for the luminance leaves out its linear segment,
  // which makes the darkest colours a little lighter than they are: the backgrounds below allow for
  // that.
  const readable = (colour, end, background) => {
    for (let share = 0; ; share += 0.02) {
      const mixed = colour.map((part) => Math.round(part + (end - part) * share));
      const [dark, bright] = [luminance(mixed), background].sort((a, b) => a - b);
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
