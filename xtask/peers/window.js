// Makes a page of ours nothing but its map, as the bench's pages of the peers are: it fills the window, and the wheel zooms without Ctrl.
const LENS = '#map .lens';

const start = () => {
  const lens = document.querySelector(LENS);
  if (!lens?.querySelector('.lens-picture .item')) return setTimeout(start, 50);
  for (const [name, value] of Object.entries({ position: 'fixed', inset: '0', 'z-index': '9', background: 'white' })) lens.style.setProperty(name, value);
  lens.addEventListener('wheel', ctrl, { capture: true, passive: false });
  window.__state = () => [...lens.querySelectorAll('.lens-picture .item')].slice(0, 200).map((item) => item.getAttribute('transform')).join();
};

/** The same turn of the wheel with Ctrl held. */
const ctrl = (event) => {
  if (event.ctrlKey) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const { deltaX, deltaY, deltaMode, clientX, clientY } = event;
  const turn = { bubbles: true, cancelable: true, ctrlKey: true, deltaX, deltaY, deltaMode, clientX, clientY };
  event.target.dispatchEvent(new WheelEvent('wheel', turn));
};

start();
