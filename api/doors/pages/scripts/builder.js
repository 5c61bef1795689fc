import { offerCopies } from './copy.js';

// The server writes preview and snippets; a change of the form only asks it again.
const form = /** @type {HTMLFormElement} */ (document.getElementById('builder'));
let asked = 0;

async function show() {
  const given = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (value !== '') given.append(name, String(value));
  const address = `${location.pathname}?${given}`;
  const turn = ++asked;
  const response = await fetch(address);
  if (!response.ok || turn !== asked) return;
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  document.getElementById('result')?.replaceWith(/** @type {Node} */ (page.getElementById('result')));
  history.replaceState(null, '', address);
  offerCopies();
}

form.addEventListener('change', ({ target }) => {
  // Another language is another page.
  if (/** @type {HTMLInputElement} */ (target).name === 'lang') form.requestSubmit();
  else void show();
});
