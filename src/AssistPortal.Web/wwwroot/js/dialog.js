// Opens a dialog instead of following the link to the page that says the same.
//   <a href="/compare" data-dialog="comparison">   <dialog id="comparison">   <button data-close-dialog>

for (const link of document.querySelectorAll('a[data-dialog]')) {
  const dialog = document.getElementById(link.dataset.dialog);
  if (!(dialog instanceof HTMLDialogElement)) {
    continue;
  }
  link.setAttribute('aria-haspopup', 'dialog');
  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) {
      return; // A new tab or window was asked for.
    }
    event.preventDefault();
    dialog.showModal();
    dialog.addEventListener('close', () => link.focus(), { once: true });
  });
}

for (const dialog of document.querySelectorAll('dialog:not([data-session-minutes])')) {
  let pressedOutside = false;
  const outside = ({ target, clientX: x, clientY: y }) => {
    const box = dialog.getBoundingClientRect();
    return target === dialog && (x < box.left || x > box.right || y < box.top || y > box.bottom);
  };
  dialog.addEventListener('pointerdown', (event) => { pressedOutside = outside(event); });
  dialog.addEventListener('click', (event) => {
    if (event.target.closest('[data-close-dialog]') || (pressedOutside && outside(event))) {
      event.preventDefault();
      dialog.close();
    }
  });
}
