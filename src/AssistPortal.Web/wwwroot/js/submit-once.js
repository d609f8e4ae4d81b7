// Keeps an impatient second click from sending a form again. The server gives one order either way.
//   <form data-submit-once data-busy="Sending …">   (data-busy may also stand on a button)

const forms = document.querySelectorAll('form[data-submit-once]');
const restores = new Set();

for (const form of forms) {
  let sent = false;
  form.addEventListener('submit', (event) => {
    if (sent) {
      event.preventDefault();
      return;
    }
    if (event.defaultPrevented) {
      return;
    }
    sent = true;
    // aria-disabled, never disabled: the clicked button's name and value stay in the post, and focus stays put.
    const buttons = [...form.elements].filter((element) => element instanceof HTMLButtonElement);
    buttons.forEach((button) => button.setAttribute('aria-disabled', 'true'));
    const clicked = event.submitter;
    const busy = clicked?.dataset.busy ?? form.dataset.busy;
    const before = clicked ? [...clicked.childNodes] : [];
    if (clicked && busy && clicked.classList.contains('btn')) {
      clicked.replaceChildren(busy);
    }
    const restore = () => {
      sent = false;
      restores.delete(restore);
      buttons.forEach((button) => button.removeAttribute('aria-disabled'));
      clicked?.replaceChildren(...before);
    };
    restores.add(restore);
    // A file as the answer, or a stopped request, leaves the page as it is: do not lock it for good.
    setTimeout(restore, 15_000);
  });
}

if (forms.length) {
  addEventListener('pageshow', (event) => {
    if (event.persisted) {
      restores.forEach((restore) => restore());
    }
  });
}
