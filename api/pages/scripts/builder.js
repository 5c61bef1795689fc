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

function offerCopies() {
  for (const button of document.querySelectorAll('button[data-copy]')) {
    button.hidden = false;
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).value);
      button.textContent = button.dataset.done;
    });
  }
}

form.addEventListener('change', ({ target }) => {
  // Another language is another page.
  if (target.name === 'lang') form.requestSubmit();
  else void show();
});
offerCopies();
