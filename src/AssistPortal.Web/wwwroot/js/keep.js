// Keeps a step of ordering as somebody types, and counts down how long a producer is held.
//   <form id="step-form" action="…/step">   (…/step/leave keeps it)   <div data-hold-until data-left="{0} left" data-soon data-gone>

const form = document.getElementById('step-form');
const address = form && `${form.getAttribute('action') || location.pathname}/leave?to=stay`;
let timer, dirty = false;

const keep = () => {
  clearTimeout(timer);
  if (!dirty) { return; }
  dirty = false;
  fetch(address, { method: 'POST', body: new FormData(form), redirect: 'error', keepalive: true }).catch(() => { dirty = true; });
};

form?.addEventListener('input', () => {
  dirty = true;
  clearTimeout(timer);
  timer = setTimeout(keep, 1000);
});
form?.addEventListener('change', () => { dirty = true; });
form?.addEventListener('submit', () => { dirty = false; clearTimeout(timer); });
addEventListener('pagehide', keep);

const soon = 5 * 60_000;
for (const hold of document.querySelectorAll('[data-hold-until]')) {
  const [left, warning] = ['[data-hold-left]', '[data-hold-warning]'].map((name) => hold.querySelector(name));
  const until = Date.parse(hold.dataset.holdUntil);
  const began = Date.now();
  const count = () => {
    const rest = until - Date.now();
    left.textContent = rest > 0 ? hold.dataset.left.replace('{0}', new Intl.NumberFormat(document.documentElement.lang, { style: 'unit', unit: 'minute' }).format(Math.ceil(rest / 60_000))) : '';
    const told = rest <= 0 ? hold.dataset.gone : rest <= soon ? hold.dataset.soon : '';
    if (warning.textContent !== told) {
      warning.textContent = told;
      hold.classList.toggle('notice--warning', told !== '');
    }
    // A clock of a test or a wrong one of a machine: nothing is counted far from the truth.
    if (rest > 0 && rest < 24 * 3600_000) { setTimeout(count, Math.min(rest % 60_000 || 60_000, 60_000)); }
  };
  if (until - began < 24 * 3600_000) { count(); }
}
