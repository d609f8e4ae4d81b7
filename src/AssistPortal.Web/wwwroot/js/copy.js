// Copies a text and says so.
//   <button type="button" hidden data-copy="ABCDE-12345" data-copied="Copied">
//     <svg class="icon"/> <span data-copy-label>Copy</span></button>
// Without a data-copy-label element inside, the button keeps its words and only the announcement is made.

for (const button of document.querySelectorAll('button[data-copy]')) {
  if (!navigator.clipboard) {
    break; // Only on https and localhost: elsewhere the button stays hidden.
  }
  const status = document.createElement('span');
  status.setAttribute('role', 'status');
  status.className = 'visually-hidden';
  button.after(status);
  button.hidden = false;

  const label = button.querySelector('[data-copy-label]');
  const words = label?.textContent;
  let timer = 0;
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(button.dataset.copy);
    } catch {
      return; // Refused by the browser: the text stands beside the button to be selected.
    }
    clearTimeout(timer);
    status.textContent = button.dataset.copied;
    if (label) {
      label.textContent = button.dataset.copied;
    }
    timer = setTimeout(() => {
      status.textContent = '';
      if (label) {
        label.textContent = words;
      }
    }, 4000);
  });
}
