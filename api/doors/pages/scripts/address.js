// What is chosen on the start page stands in its address: it can be kept, passed on, reloaded and gone back to.
const map = /** @type {HTMLElement} */ (document.querySelector('digitale-wege-map'));
const { observedAttributes } = /** @type {{ observedAttributes: string[] }} */ (
  /** @type {unknown} */ (map.constructor)
);
const fixed = new Set(['hide', 'lang', 'theme', 'locked', 'height', 'filter', 'class', 'style']);
/** @param {string} name */
const parameter = (name) => name.replace(/-([a-z])/g, (_, letter) => String(letter).toUpperCase());
/** @param {string} name */
const attribute = (name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const title = document.title;
let following = false;

/** The parameters that are no choice of the visitor stay as they are. */
function addressOf() {
  const search = new URLSearchParams(location.search);
  for (const name of observedAttributes) {
    if (fixed.has(name) || name === 'src') continue;
    search.delete(parameter(name));
    const value = map.getAttribute(name);
    const values = name === 'text' ? [value ?? ''] : (value ?? '').split(' ');
    for (const one of values) if (one) search.append(parameter(name), one);
  }
  return `${location.pathname}${String(search) && `?${search}`}`;
}

new MutationObserver(() => {
  if (following) return;
  const address = addressOf();
  if (address !== location.pathname + location.search) history.pushState(null, '', address);
}).observe(map, { attributes: true });

addEventListener('popstate', () => {
  following = true;
  const search = new URLSearchParams(location.search);
  for (const name of observedAttributes) {
    if (fixed.has(name) || name === 'src') continue;
    const value = search.getAll(parameter(name)).join(' ');
    if (value) map.setAttribute(attribute(parameter(name)), value);
    else map.removeAttribute(name);
  }
  // The observer tells of these changes before the next task.
  setTimeout(() => {
    following = false;
  });
});

map.addEventListener('dw-select', (event) => {
  const { detail } = /** @type {CustomEvent<{ name: string | null }>} */ (event);
  document.title = detail.name ? `${detail.name} – ${title}` : title;
});
