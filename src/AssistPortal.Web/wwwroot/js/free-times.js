// The free-times picture: a click fills date and time without a round trip; the picture follows the form.
//   <section id="free-times" data-free-times-url data-picked="{0} at {1} chosen">   (data-picked optional)
//   inside: <svg class="free-times__bar" data-date>, <button name="Pick" value="2027-03-16T08:00">, <p role="status" data-status>

const picture = document.getElementById('free-times');
const form = picture?.closest('form') ?? document.getElementById('step-form');
const field = (name) => form.elements.namedItem(name);

const mark = () => {
  const date = field('StartDate').value;
  const time = field('StartTime').value;
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
  for (const button of picture.querySelectorAll('button[name=Pick]')) {
    button.setAttribute('aria-pressed', String(button.value === `${date}T${time}`));
  }
};

const fill = (date, time) => {
  field('StartDate').value = date;
  field('StartTime').value = time;
  mark();
  const status = picture.querySelector('[data-status]');
  if (status) {
    status.textContent = (picture.dataset.picked ?? '{0} {1}').replace('{0}', date).replace('{1}', time);
  }
};

const pickOnBar = (bar, clientX) => {
  const box = bar.getBoundingClientRect();
  const at = ((clientX - box.left) / box.width) * 1440;
  const starts = [...bar.querySelectorAll('.free-times__bar-free')].flatMap((free) => {
    const from = Number(free.getAttribute('x'));
    const to = Math.max(from, from + Number(free.getAttribute('width')) - Number(field('DurationMinutes')?.value || 0));
    return [Math.min(Math.max(Math.round(at / 15) * 15, Math.ceil(from / 15) * 15), Math.floor(to / 15) * 15)];
  }).sort((a, b) => Math.abs(a - at) - Math.abs(b - at));
  if (starts.length) {
    const two = (number) => String(number).padStart(2, '0');
    fill(bar.dataset.date, `${two(Math.floor(starts[0] / 60))}:${two(starts[0] % 60)}`);
  }
};

let asked;
const refresh = async () => {
  asked?.abort();
  asked = new AbortController();
  const { signal } = asked;
  picture.setAttribute('aria-busy', 'true');
  try {
    const answer = await fetch(picture.dataset.freeTimesUrl, { method: 'POST', body: new FormData(form), signal, redirect: 'error' });
    const parsed = answer.ok && new DOMParser().parseFromString(await answer.text(), 'text/html');
    const fresh = parsed && (parsed.getElementById('free-times') ?? parsed.body);
    if (fresh?.querySelector('.free-times__days')) {
      const focused = picture.contains(document.activeElement) && document.activeElement.getAttribute('value');
      picture.replaceChildren(...fresh.childNodes);
      mark();
      if (focused) {
        picture.querySelector(`button[value="${CSS.escape(focused)}"], button`)?.focus();
      }
    }
  } catch { /* Not reached: the old picture stays, and Next asks the server in any case. */ }
  if (!signal.aborted) { picture.removeAttribute('aria-busy'); }
};

if (picture && form && field('StartDate') && field('StartTime')) {
  let timer = 0;
  picture.addEventListener('click', (event) => {
    const button = event.target.closest('button[name=Pick]');
    const bar = event.target.closest('.free-times__bar');
    if (button) {
      event.preventDefault();
      fill(...button.value.split('T'));
    } else if (bar) {
      pickOnBar(bar, event.clientX);
    }
  });
  form.addEventListener('change', ({ target }) => {
    if (['DurationMinutes', 'PackageCode', 'SiteId', 'TimeZone'].includes(target.name) && picture.dataset.freeTimesUrl) {
      clearTimeout(timer);
      timer = setTimeout(refresh, 300);
    }
    if (['StartDate', 'StartTime', 'DurationMinutes'].includes(target.name)) { mark(); }
  });
  mark();
}
