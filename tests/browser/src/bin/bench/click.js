// Promises the time from its click to after the paint that shows its card.
const [fragment] = arguments;
const card = document.getElementById(fragment.slice(1));
const painted = () =>
  new Promise((resolve) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = resolve;
      port2.postMessage(null);
    }),
  );
window.__shown = new Promise((resolve) =>
  addEventListener("click", async () => {
    const start = performance.now();
    do await painted(); while (!card.open);
    resolve(performance.now() - start);
  }, { capture: true, once: true }),
);
window.__ready = false;
painted().then(painted).then(() => (window.__ready = true));
