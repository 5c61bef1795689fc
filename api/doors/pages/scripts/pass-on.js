// Copies the address of the page, and prints it.
/** @type {NodeListOf<HTMLButtonElement>} */
const buttons = document.querySelectorAll('button[data-pass]');
for (const button of buttons) {
  /** @type {HTMLElement} */ (button.parentElement).hidden = false;
  button.addEventListener('click', async () => {
    if (button.dataset.pass === 'print') print();
    else {
      await navigator.clipboard.writeText(location.href);
      button.textContent = button.dataset.done ?? '';
    }
  });
}
