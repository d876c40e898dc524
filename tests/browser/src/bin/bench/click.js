// Times the next click until its card is painted, in `window.__click`.
const [fragment] = arguments;
const card = document.getElementById(fragment.slice(1));
const task = () =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve(performance.now());
    port2.postMessage(null);
  });
// The start of the frame, and the first task after its paint.
const frame = () =>
  new Promise((resolve) =>
    requestAnimationFrame(() => {
      const start = performance.now();
      task().then((end) => resolve({ start, end }));
    }),
  );
window.__click = null;
// The first listener of all and the last: what the page does on a click lies between them, its
// microtasks included.
addEventListener(
  "click",
  async () => {
    const start = performance.now();
    const handled = new Promise((resolve) =>
      addEventListener("click", () => queueMicrotask(() => resolve(performance.now())), {
        once: true,
      }),
    );
    let painted = await frame();
    const script = Math.min(await handled, painted.start) - start;
    let render = painted.end - painted.start;
    // A card that opens later has cost all the time until then.
    while (!card.open) {
      painted = await frame();
      render = painted.end - start - script;
    }
    window.__click = { script, render, clock: painted.end - start };
  },
  { capture: true, once: true },
);
