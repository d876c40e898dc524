// Tells the host page of a frame how high this page is, in every form that newsrooms' scripts
// understand, and lets the root scroll where the host does not grow the frame. It is inlined before
// everything that it measures, so that it works before the program and without it.
(() => {
  if (parent === self) return;
  const page = document.documentElement;
  // The URL as the host wrote it: the program changes it later.
  const { hash, href, pathname, search } = location;
  const query = new URLSearchParams(search);
  // The names by which hosts know this frame: those of pym, Arc XP and WordPress; Datawrapper's old
  // listeners look for a part of its URL.
  const pym = query.get("childId");
  const arc = query.get("k");
  let secret = /[#?&]secret=(\w+)/.exec(hash)?.[1];
  const key = /[\w-]+(?=\/[^/]*$)/.exec(pathname)?.[0] ?? "embed";
  // iframe-resizer's name for the frame comes later. `height` and `width` are those sent last.
  let root, resizer, height, width, timer, styled;
  page.dataset.embed = "auto";

  const post = (message) => parent.postMessage(message, "*");

  // Sends one set of messages for a change. The height is the lower edge of the content, which can
  // also shrink, whether the page scrolls or the root does; a hidden frame has no width. The root
  // is looked up each time, because `keep.js` replaces it on failure. The fields of different
  // listeners do not collide, so that few messages serve most of them.
  const send = (force, init) => {
    root = document.querySelector("#standpoint");
    const sent =
      styled &&
      innerWidth &&
      Math.ceil(root.firstElementChild.getBoundingClientRect().bottom + scrollY + root.scrollTop);
    if (sent === height && width === innerWidth && !force) return;
    height = sent;
    width = innerWidth;
    if (!height) return;
    post({
      sentinel: "amp",
      type: "embed-size",
      height,
      "datawrapper-height": { [key]: height },
      message: "height",
      value: height,
      secret,
    });
    post(
      JSON.stringify({
        type: "set-height",
        value: height,
        context: "iframe.resize",
        height,
        src: href,
      }),
    );
    post({ standpoint: 1, type: "height", height });
    post({ type: "iframe-resized", height, width });
    if (pym !== null) post(`pymxPYMx${pym}xPYMxheightxPYMx${height}`);
    if (init) post(`[iFrameSizer]${resizer}:${height}:${width}:init`);
    if (resizer) post(`[iFrameSizer]${resizer}:${height}:${width}:resizeObserver`);
    if (arc)
      post(JSON.stringify({ source: "custom_embed", action: "ready", key: arc, data: { height } }));
    wait();
  };

  // A host that has not grown the frame after a second will not. Then the root scrolls, from where
  // the page was scrolled to. This is decided only on screen: elsewhere Chromium reports no new
  // window height and runs no animation frames.
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(() => requestAnimationFrame(settle), innerHeight > height - 2 ? 0 : 1000);
  };
  const settle = () => {
    if (!height || !innerWidth) return;
    const top = scrollY;
    page.dataset.embed = innerHeight > height - 2 ? "auto" : "contained";
    if (top) root.scrollTop = top;
  };

  // Mutations come first: Chromium paints nothing in a frame that is not on screen, so that sizes
  // are not observed there.
  const sizes = new ResizeObserver(() => send());
  const changes = new MutationObserver(() => send());
  const start = () => {
    styled = 1;
    changes.observe(page, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
    sizes.observe(page);
    send(1);
  };
  // By the first event, style sheets have been read. The second is for hosts that listen late, and
  // for this file when `load.js` loads it.
  addEventListener("DOMContentLoaded", start);
  addEventListener("load", start);
  addEventListener("resize", () => {
    send();
    wait();
  });
  addEventListener("message", ({ data, source }) => {
    if (source !== parent || !data) return;
    const message = data.type || data.message || data;
    const found =
      /^(\[iFrameSizer](.+?):[^:]*:(true|false):|(\[iFrameSizer])?resize$)/.exec(message) ||
      /^(iframe-(child|get)-|frames-init$|ready$|pymxPYMx.*xPYMxwidth)/.exec(message);
    if (!found) return;
    secret = data.secret || secret;
    resizer = found[2] || resizer;
    send(1, found[2]);
  });
})();
