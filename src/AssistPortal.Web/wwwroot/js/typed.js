// What was typed in a form that no draft keeps is not lost in the header: signing out sends it along, so that it can be
// taken up after signing in again, and language and theme find it again in this tab.

const key = `assistportal.typed:${location.pathname}`;
const forms = [...document.querySelectorAll('main form[method=post]')];
const tools = document.querySelector('.site-header__tools');
const isKept = ({ name, type }) => name && name !== '__RequestVerificationToken' && !['password', 'file', 'submit'].includes(type);
let typed;

const read = (form) => [...form.elements].filter(isKept).map(({ name, type, value, checked }) =>
  [name, value, ['checkbox', 'radio'].includes(type) ? checked : null]);

const fill = (form, kept) => {
  const controls = [...form.elements].filter(isKept);
  for (const [name, value, checked] of kept) {
    const at = controls.findIndex((control) => control.name === name && (checked === null || control.value === value));
    if (at < 0) { continue; }
    const [control] = controls.splice(at, 1);
    if (checked === null) { control.value = value; } else { control.checked = checked; }
  }
};

try {
  const { action, kept } = JSON.parse(sessionStorage.getItem(key)) ?? {};
  sessionStorage.removeItem(key);
  typed = action === undefined ? undefined : forms.find((form) => form.getAttribute('action') === action);
  if (typed) { fill(typed, kept); }
} catch { /* Storage is off: nothing was kept. */ }

document.addEventListener('input', ({ target }) => {
  if (forms.includes(target.form)) { typed = target.form; }
});

tools?.addEventListener('submit', ({ target }) => {
  if (!typed || !target.getAttribute('action')?.includes('/preferences/')) { return; }
  try {
    sessionStorage.setItem(key, JSON.stringify({ action: typed.getAttribute('action'), kept: read(typed) }));
  } catch { /* As above. */ }
});

// Only once it is pressed: Enter in a field presses the first button of its form, wherever that stands.
const signOut = tools?.querySelector('form[action$="/account/sign-out"] button:not([type])');
signOut?.addEventListener('click', () => {
  if (!typed) { return; }
  const out = signOut.form.getAttribute('action');
  const { pathname, search } = new URL(typed.getAttribute('action') ?? '', location.href);
  typed.id ||= 'typed-form';
  signOut.setAttribute('form', typed.id);
  signOut.setAttribute('formaction', `${out}?from=${encodeURIComponent(pathname + search)}`);
});
