// The free-times picture: a click fills date and time without a round trip; the picture follows the form.
//   <section id="free-times" data-free-times-url data-picked="{0}, {1} chosen" data-pager>   (the URL answers to the pager too)

const picture = document.getElementById('free-times');
const form = picture?.closest('form') ?? document.getElementById('step-form');
const field = (name) => form.elements.namedItem(name);

// Times like 09:30 sort as text.
const isIn = ({ dataset: { first, last } }, time) => time >= first && time <= last;

const mark = () => {
  const [date, time] = [field('StartDate').value, field('StartTime').value];
  const [hours, minutes] = time.split(':').map(Number);
  picture.querySelectorAll('.free-times__bar-pick').forEach((old) => old.remove());
  for (const bar of picture.querySelectorAll('.free-times__bar')) {
    bar.classList.add('free-times__bar--live'); // The pointer says that it can be clicked.
    const box = { class: 'free-times__bar-pick', x: hours * 60 + minutes, width: field('DurationMinutes')?.value || 60, height: 24 };
    if (bar.dataset.date === date && Number.isFinite(box.x)) {
      const pick = document.createElementNS(bar.namespaceURI, 'rect');
      Object.entries(box).forEach(([name, value]) => pick.setAttribute(name, value));
      bar.append(pick);
    }
  }
  picture.querySelectorAll('button[name=Pick]').forEach((button) => button.setAttribute('aria-pressed', String(button.value.startsWith(date + 'T') && isIn(button, time))));
};

const fill = (day, date, time) => {
  [field('StartDate').value, field('StartTime').value] = [date, time];
  mark();
  const words = (picture.dataset.picked ?? '{0} {1}').replace('{0}', day.querySelector('.free-times__date').textContent);
  picture.querySelector('[data-status]').textContent = words.replace('{1}', time);
};

// The free part's quarter hour nearest to the click. Free parts are made of possible starts.
const quarterAt = (bar, clientX) => {
  const box = bar.getBoundingClientRect();
  const at = ((clientX - box.left) / box.width) * 1440;
  const starts = [...bar.querySelectorAll('.free-times__bar-free')].map((free) => {
    const [from, width] = ['x', 'width'].map((name) => Number(free.getAttribute(name)));
    return Math.min(Math.max(Math.floor(at / 15) * 15, from), from + width - 15);
  });
  const [start] = starts.sort((a, b) => Math.abs(a - at) - Math.abs(b - at));
  return start >= 0 && [start / 60, start % 60].map((part) => String(Math.floor(part)).padStart(2, '0')).join(':');
};

let asked, timer;
const refresh = async (submitter) => {
  asked?.abort();
  const { signal } = asked = new AbortController();
  picture.setAttribute('aria-busy', 'true');
  try {
    const body = new FormData(form, submitter);
    const answer = await fetch(picture.dataset.freeTimesUrl, { method: 'POST', body, signal, redirect: 'error' });
    const fresh = new DOMParser().parseFromString(answer.ok ? await answer.text() : '', 'text/html').body;
    if (fresh.querySelector('.free-times__days')) {
      const { name, value } = picture.contains(document.activeElement) ? document.activeElement : {};
      picture.replaceChildren(...(fresh.querySelector('#free-times') ?? fresh).childNodes);
      mark();
      const same = [...picture.querySelectorAll('button')].filter((button) => button.name === name);
      (same.find((button) => button.value === value) ?? same.at(-1))?.focus();
    }
  } catch { /* Not reached, or asked anew: the old picture stays, and Next asks the server in any case. */ }
  if (asked.signal === signal) { picture.removeAttribute('aria-busy'); }
};

if (picture && form && field('StartDate') && field('StartTime')) {
  picture.addEventListener('click', (event) => {
    const [button, bar] = ['button', '.free-times__bar'].map((what) => event.target.closest(what));
    const time = bar && quarterAt(bar, event.clientX);
    if (button?.name === 'Pick') {
      const [date, proposed] = button.value.split('T');
      const typed = field('StartTime').value;
      fill(button.closest('.free-times__day'), date, isIn(button, typed) && typed.slice(3) % 15 === 0 ? typed : proposed);
    }
    else if (button?.name === 'FreeTimesFrom' && picture.hasAttribute('data-pager')) { refresh(button); }
    else if (time) { fill(bar.closest('.free-times__day'), bar.dataset.date, time); }
    else { return; }
    event.preventDefault();
  });
  form.addEventListener('change', ({ target }) => {
    if (['DurationMinutes', 'PackageCode', 'SiteId', 'TimeZone'].includes(target.name)) {
      clearTimeout(timer); timer = setTimeout(refresh, 300);
    }
    if (['StartDate', 'StartTime', 'DurationMinutes'].includes(target.name)) { mark(); }
  });
  mark();
}
