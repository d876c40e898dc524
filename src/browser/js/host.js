// The height layer: tells the page around a frame how high this one is, in every form that
// newsrooms' scripts understand, and lets the root scroll where the host does not grow the frame.
// Stands first in the page, so that it works before its program and without. Knows no story and no
// program, only the root and the one box in it.
(() => {
  if (parent === self) return;
  const page = document.documentElement;
  // The address as the host wrote it: the program changes it later.
  const { hash, href, pathname, search } = location;
  const query = new URLSearchParams(search);
  // What hosts know this frame by: pym, Arc XP, WordPress; Datawrapper's old listeners look for a
  // part of its address.
  const pym = query.get("childId");
  const arc = query.get("k");
  let secret = /[#?&]secret=(\w+)/.exec(hash)?.[1];
  const key = /[\w-]+(?=\/[^/]*$)/.exec(pathname)?.[0] ?? "embed";
  // iframe-resizer's name for the frame comes later. What was said last, and for which width.
  let root, resizer, asked, width, timer, styled;
  page.dataset.embed = "auto";

  const post = (message) => parent.postMessage(message, "*");

  // One set of messages a change. Measured is the lower edge of the content, which shrinks too, in
  // a page that scrolls or a root that does; a hidden frame has no width. The root is looked for
  // each time, because boot puts a spare one in its place on failure. Fields of different listeners
  // do not collide, so that few messages serve most of them.
  const send = (again, init) => {
    root = document.querySelector("#standpoint");
    const height =
      styled &&
      innerWidth &&
      Math.ceil(root.firstElementChild.getBoundingClientRect().bottom + scrollY + root.scrollTop);
    if (height === asked && width === innerWidth && !again) return;
    asked = height;
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
  // the page was scrolled to. Judged is only what is on screen: elsewhere Chromium tells no new
  // height of the window, and asks for no frame of animation either.
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(() => requestAnimationFrame(judge), innerHeight > asked - 2 ? 0 : 1000);
  };
  const judge = () => {
    if (!asked || !innerWidth) return;
    const top = scrollY;
    page.dataset.embed = innerHeight > asked - 2 ? "auto" : "contained";
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
  // At the first, style sheets have been read. The second is for hosts that listen late, and for
  // this file when boot loads it.
  addEventListener("DOMContentLoaded", start);
  addEventListener("load", start);
  addEventListener("resize", () => {
    send();
    wait();
  });
  addEventListener("message", ({ data, source }) => {
    if (source !== parent || !data) return;
    const asked = data.type || data.message || data;
    const found =
      /^(\[iFrameSizer](.+?):[^:]*:(true|false):|(\[iFrameSizer])?resize$)/.exec(asked) ||
      /^(iframe-(?:child|get)-|frames-init$|ready$|pymxPYMx.*xPYMxwidth)/.exec(asked);
    if (!found) return;
    secret = data.secret || secret;
    resizer = found[2] || resizer;
    send(1, found[2]);
  });
})();
