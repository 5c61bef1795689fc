// Runs in the page and tells the bench the end of the first frame with an area, and of the first one in which
// everything is there.
const map = () => document.querySelector('digitale-wege-map');
const has = (selector) => (map()?.shadowRoot ?? document).querySelector(selector) !== null;
let painted = 0;
let told = false;
document.addEventListener('dw-ready', () => {
  told = true;
});
const frame = () => {
  const drawn = has('.leaflet-interactive');
  const whole = !map() || (told && has('.list .row'));
  // A task after the frame: by then it has been painted.
  setTimeout(() => {
    if (drawn) painted ||= performance.now();
    if (drawn && whole) globalThis.tell({ painted, ready: performance.now() });
    else requestAnimationFrame(frame);
  });
};
requestAnimationFrame(frame);
