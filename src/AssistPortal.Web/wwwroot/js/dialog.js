// Opens a dialog instead of following the link, and shows in it what that page says.
//   <a href="/compare" data-dialog="comparison">   <dialog id="comparison">…<div data-dialog-body>   <button data-close-dialog>
//   on the page: <div data-dialog-part>

const fill = async (body, address) => {
  if (body?.childElementCount === 0) {
    const answer = await fetch(address);
    const page = new DOMParser().parseFromString(answer.ok ? await answer.text() : '', 'text/html');
    body.replaceChildren(...page.querySelector('[data-dialog-part]').childNodes);
  }
};

for (const link of document.querySelectorAll('a[data-dialog]')) {
  const dialog = document.getElementById(link.dataset.dialog);
  if (!(dialog instanceof HTMLDialogElement)) {
    continue;
  }
  link.setAttribute('aria-haspopup', 'dialog');
  link.addEventListener('click', async (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) {
      return; // A new tab or window was asked for.
    }
    event.preventDefault();
    try {
      await fill(dialog.querySelector('[data-dialog-body]'), link.href);
    } catch {
      location.assign(link.href);
      return;
    }
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
