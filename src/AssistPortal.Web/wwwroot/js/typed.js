// What was typed in a form is not lost in the header: language, theme and signing out send it along. Without script they
// send the page's main form; here it is the one in which somebody typed, and none where nobody did.

const forms = [...document.querySelectorAll('main form[method=post]')];
const header = document.querySelector('.site-header');
const wrong = document.querySelector('main form[method=post] [aria-invalid=true]');
// Shown again with what was typed, or with errors.
let typed = document.querySelector('main form[data-typed]') ?? wrong?.form;
if (typed?.hasAttribute('data-typed')) {
  // Loading the page anew asks for it, and posts nothing.
  history.replaceState(history.state, '', location.pathname + location.search.replace(/[?&]typed$/, ''));
}
const isRefused = !typed && document.querySelector('.error-summary') !== null;

document.addEventListener('input', ({ target }) => {
  if (forms.includes(target.form)) { typed = target.form; }
});

const tell = (name, value) => {
  const field = typed.elements.namedItem(name) ?? document.createElement('input');
  Object.assign(field, { type: 'hidden', name, value });
  if (!field.form) { typed.append(field); }
};

// Only once it is pressed: Enter in a field presses the first button of its form, wherever that stands.
header?.querySelector('.site-header__tools')?.addEventListener('click', ({ target }) => {
  const button = target.closest('form[method=post] button:not([type])');
  if (!button) { return; }
  if (!typed) {
    if (!isRefused) { button.removeAttribute('form'); }
    return;
  }
  const id = typed.getAttribute('id');
  if (!id) { typed.setAttribute('id', 'typed-form'); }
  const action = typed.getAttribute('action') ?? '';
  const page = header.querySelector('[name=__Page], [name=ReturnUrl]')?.value;
  if (!button.hasAttribute('formaction')) {
    // A page that can't be asked for again carries its form by itself: it comes back to be sent once more.
    const { pathname, search } = new URL(action, location.href);
    const query = button.name ? `?choice=${encodeURIComponent(button.value)}` : page ? '' : `?from=${encodeURIComponent(pathname + search)}`;
    button.setAttribute('formaction', button.closest('form').getAttribute('action') + query);
    button.setAttribute('formenctype', 'application/x-www-form-urlencoded');
    button.setAttribute('formnovalidate', '');
    button.removeAttribute('name');
  }
  button.setAttribute('form', typed.getAttribute('id'));
  if (page) {
    tell('__Page', page);
    tell('__Form', id ? `#${id}` : action);
  }
});
