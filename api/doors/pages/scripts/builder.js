import { offerCopies } from '/copy.js';

// The server writes preview and snippets; a change of the form only asks it again.
const form = document.getElementById('builder');
let asked = 0;

async function show() {
  const given = new URLSearchParams([...new FormData(form)].filter(([, value]) => value !== ''));
  const address = `/embed/builder?${given}`;
  const turn = ++asked;
  const response = await fetch(address);
  if (!response.ok || turn !== asked) return;
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  document.getElementById('result').replaceWith(page.getElementById('result'));
  history.replaceState(null, '', address);
  offerCopies();
}

form.addEventListener('change', ({ target }) => {
  // Another language is another page.
  if (target.name === 'lang') form.requestSubmit();
  else void show();
});
