// Shows the buttons that copy what stands beside them, and tells when it is done.
export function offerCopies() {
  /** @type {NodeListOf<HTMLButtonElement>} */
  const buttons = document.querySelectorAll('button[data-copy][hidden]');
  for (const button of buttons) {
    const { copy = '', done = '' } = button.dataset;
    const text = /** @type {HTMLTextAreaElement} */ (document.getElementById(copy));
    button.hidden = false;
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(text.value);
      button.textContent = done;
    });
  }
}

offerCopies();
