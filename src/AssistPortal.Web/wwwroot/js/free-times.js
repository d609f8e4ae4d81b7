// The free-times picture: a click fills date and time without a round trip; the picture follows the form.
//   <section id="free-times" data-free-times-url data-picked="{0}, {1} chosen" data-pager>   (the last two optional:
//   the announcement, and that the URL also answers to the pager's FreeTimesFrom)

const picture = document.getElementById('free-times');
const form = picture?.closest('form') ?? document.getElementById('step-form');
const field = (name) => form.elements.namedItem(name);
const numbers = (rect) => ['x', 'width'].map((name) => Number(rect.getAttribute(name)));

const mark = () => {
  const [date, time] = [field('StartDate').value, field('StartTime').value];
  const [hours, minutes] = time.split(':').map(Number);
  picture.querySelectorAll('.free-times__bar-pick').forEach((old) => old.remove());
  for (const bar of picture.querySelectorAll('.free-times__bar')) {
    bar.classList.add('free-times__bar--live');
    if (bar.dataset.date === date && Number.isFinite(hours * 60 + minutes)) {
      const pick = document.createElementNS(bar.namespaceURI, 'rect');
      const box = { class: 'free-times__bar-pick', x: hours * 60 + minutes, width: field('DurationMinutes')?.value || 60, height: 24 };
      Object.entries(box).forEach(([name, value]) => pick.setAttribute(name, value));
      bar.append(pick);
    }
  }
  picture.querySelectorAll('button[name=Pick]').forEach((button) => button.setAttribute('aria-pressed', String(button.value === `${date}T${time}`)));
};

const fill = (day, date, time) => {
  field('StartDate').value = date;
  field('StartTime').value = time;
  mark();
  const words = day.querySelector('.free-times__date')?.textContent.trim() ?? date;
  const status = picture.querySelector('[data-status]');
  if (status) { status.textContent = (picture.dataset.picked ?? '{0} {1}').replace('{0}', words).replace('{1}', time); }
};

// The quarter hour nearest to the click that lies in a free part and, where it can, leaves room for the session.
const quarterAt = (bar, clientX) => {
  const box = bar.getBoundingClientRect();
  const at = ((clientX - box.left) / box.width) * 1440;
  const starts = [...bar.querySelectorAll('.free-times__bar-free')].map(numbers).map(([from, width]) => {
    const to = Math.max(from, from + width - Number(field('DurationMinutes')?.value || 0));
    return Math.min(Math.max(Math.round(at / 15), Math.ceil(from / 15)), Math.floor(to / 15)) * 15;
  });
  const start = starts.sort((a, b) => Math.abs(a - at) - Math.abs(b - at))[0];
  return start === undefined ? null : [start / 60, start % 60].map((part) => String(Math.floor(part)).padStart(2, '0')).join(':');
};

let asked;
const refresh = async (submitter) => {
  asked?.abort();
  const { signal } = asked = new AbortController();
  picture.setAttribute('aria-busy', 'true');
  try {
    const body = new FormData(form, submitter);
    const answer = await fetch(picture.dataset.freeTimesUrl, { method: 'POST', body, signal, redirect: 'error' });
    const parsed = new DOMParser().parseFromString(answer.ok ? await answer.text() : '', 'text/html');
    const fresh = parsed.getElementById('free-times') ?? parsed.body;
    if (fresh.querySelector('.free-times__days')) {
      const { name, value } = picture.contains(document.activeElement) ? document.activeElement : {};
      picture.replaceChildren(...fresh.childNodes);
      mark();
      const same = [...picture.querySelectorAll('button')].filter((button) => button.name === name);
      (same.find((button) => button.value === value) ?? same.at(-1))?.focus();
    }
  } catch { /* Not reached, or asked anew: the old picture stays, and Next asks the server in any case. */ }
  if (asked.signal === signal) { picture.removeAttribute('aria-busy'); }
};

if (picture && form && field('StartDate') && field('StartTime')) {
  let timer = 0;
  picture.addEventListener('click', (event) => {
    const [button, bar] = ['button', '.free-times__bar'].map((what) => event.target.closest(what));
    const time = bar && quarterAt(bar, event.clientX);
    if (button?.name === 'Pick') { fill(button.closest('.free-times__day'), ...button.value.split('T')); }
    else if (button?.name === 'FreeTimesFrom' && picture.hasAttribute('data-pager')) { refresh(button); }
    else if (time) { fill(bar.closest('.free-times__day'), bar.dataset.date, time); return; }
    else { return; }
    event.preventDefault();
  });
  form.addEventListener('change', ({ target }) => {
    const asks = ['DurationMinutes', 'PackageCode', 'SiteId', 'TimeZone'].includes(target.name);
    if (asks && picture.dataset.freeTimesUrl) { clearTimeout(timer); timer = setTimeout(refresh, 300); }
    if (['StartDate', 'StartTime', 'DurationMinutes'].includes(target.name)) { mark(); }
  });
  mark();
}
