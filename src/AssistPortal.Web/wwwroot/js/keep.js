// Keeps a step of ordering as somebody types, and counts down how long a producer is held.
//   <form id="step-form" action="…/step">   (…/step/leave keeps it)   <div data-hold-seconds data-left="{0} left" data-soon data-gone>

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
// Whatever is sent, or dropped, needs no keeping.
document.addEventListener('submit', () => { dirty = false; clearTimeout(timer); });
addEventListener('pagehide', keep);

// Counted from when the page came: clocks of visitors go wrong.
const soon = 5 * 60_000;
const came = Date.now();
for (const hold of document.querySelectorAll('[data-hold-seconds]')) {
  const [left, warning] = ['[data-hold-left]', '[data-hold-warning]'].map((name) => hold.querySelector(name));
  const minutes = new Intl.NumberFormat(document.documentElement.lang, { style: 'unit', unit: 'minute' });
  // Chinese has a space between digits and words here; the browser's words have none.
  const inWords = (count) => minutes.format(count).replace(/(\d)(?=\p{Script=Han})/u, '$1 ');
  const count = () => {
    const rest = came + hold.dataset.holdSeconds * 1000 - Date.now();
    left.textContent = rest > 0 ? hold.dataset.left.replace('{0}', inWords(Math.ceil(rest / 60_000))) : '';
    const told = rest <= 0 ? hold.dataset.gone : rest <= soon ? hold.dataset.soon : '';
    if (warning.textContent !== told) {
      warning.textContent = told;
      hold.classList.toggle('notice--warning', told !== '');
    }
    if (rest > 0) { setTimeout(count, rest % 60_000 + 100); }
  };
  count();
}
