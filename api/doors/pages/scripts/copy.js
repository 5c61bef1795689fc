// Shows the buttons that copy what stands beside them, and tells when it is done.
export function offerCopies() {
  for (const button of document.querySelectorAll('button[data-copy][hidden]')) {
    button.hidden = false;
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).value);
      button.textContent = button.dataset.done;
    });
  }
}

offerCopies();
