// The month strip: a choice fills date and time without a round trip, the strip follows the form, and each time stands
// beside the visitor's own where that is another.
// A form may have several of them; the names of the fields that go with one begin with its prefix.
//   <section class="free-times" data-prefix="Lines[0]." data-url data-picked="{0}, {1} chosen" data-own="yours in {0}" data-starts="mark">

const asked = ['SiteId', 'PackageCode', 'ProducerId', 'SessionId', 'TimeZone', 'DurationMinutes', 'StartDate', 'StartTime'];
const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const narrow = matchMedia('(max-width: 40em)');

const bring = (strip) => {
  const form = strip.closest('form');
  const { prefix } = strip.dataset;
  const field = (name) => form.elements.namedItem(prefix + name);
  const named = (name) => `button[name="${prefix}${name}"]`;

  // Where the strip tells who would produce it, each start asks anew.
  const hasForecast = () => strip.dataset.starts === 'ask';

  const mark = () => {
    const [date, time] = [field('StartDate').value, field('StartTime').value];
    for (const button of strip.querySelectorAll(named('Pick'))) {
      button.ariaPressed = String(button.value === `${date}T${time}`);
    }
  };

  // 9:00 AM, with the weekday where it is another day there.
  const inOwnZone = (moment, day) => {
    const language = document.documentElement.lang;
    const words = (options) => new Intl.DateTimeFormat(language, { timeZone: ownZone, ...options }).format(moment);
    const isSameDay = new Intl.DateTimeFormat('sv', { timeZone: ownZone }).format(moment) === day;
    const time = words({ hour: 'numeric', minute: '2-digit' });
    return isSameDay ? time : `${words({ weekday: 'short' })} ${time}`;
  };

  const addOwnTimes = () => {
    const lead = strip.querySelector('[data-offset]:not(button)');
    let differs = false;
    for (const button of lead ? strip.querySelectorAll(named('Pick')) : []) {
      const there = button.value + (button.dataset.offset ?? lead.dataset.offset);
      const here = new Date(there);
      const wall = new Intl.DateTimeFormat('sv', { timeZone: ownZone, dateStyle: 'short', timeStyle: 'short' }).format(here).replace(' ', 'T');
      if (wall !== button.value) {
        differs = true;
        const own = document.createElement('small');
        own.textContent = inOwnZone(here, button.value.slice(0, 10));
        button.append(' ', own);
      }
    }
    if (differs) { lead.append(' ', strip.dataset.own.replace('{0}', ownZone.replaceAll('_', ' '))); }
  };

  const pick = async (button) => {
    [field('StartDate').value, field('StartTime').value] = button.value.split('T');
    mark();
    const words = strip.dataset.picked.replace('{0}', strip.querySelector('.slots__day').textContent);
    const chosen = words.replace('{1}', button.firstChild.textContent.trim());
    if (narrow.matches) { field('StartDate').scrollIntoView({ block: 'center' }); }
    if (hasForecast()) { await follow(); }
    const hint = strip.querySelector('#ProducerId-hint')?.textContent ?? '';
    strip.querySelector('[data-status]').textContent = `${chosen} ${hint}`.trim();
  };

  let request, timer;
  const follow = async (more = {}) => {
    request?.abort();
    const { signal } = request = new AbortController();
    strip.setAttribute('aria-busy', 'true');
    try {
      const url = new URL(strip.dataset.url, location.href);
      for (const name of asked.filter((name) => field(name))) { url.searchParams.set(name, field(name).value); }
      for (const [name, value] of Object.entries(more)) { url.searchParams.set(name, value); }
      const answer = await fetch(url, { signal, redirect: 'error' });
      const fresh = new DOMParser().parseFromString(answer.ok ? await answer.text() : '', 'text/html').body;
      if (fresh.querySelector('[id^=free-times-title]')) {
        const { name, value } = strip.contains(document.activeElement) ? document.activeElement : {};
        const opened = strip.querySelector('details')?.open;
        const producer = field('ProducerId')?.value;
        strip.replaceChildren(...fresh.childNodes);
        for (const choice of producer ? strip.querySelectorAll('input[name=ProducerId]') : []) {
          choice.checked ||= choice.value === producer;
        }
        if (opened) { strip.querySelector('details')?.setAttribute('open', ''); }
        mark();
        addOwnTimes();
        const same = name ? [...strip.querySelectorAll('button, input')].filter((item) => item.name === name) : [];
        (same.find((item) => item.value === value) ?? same.at(name === 'ProducerId' ? 0 : -1))?.focus();
      }
    } catch { /* Not reached, or asked anew: the old strip stays, and Next asks the server in any case. */ }
    if (request.signal === signal) { strip.removeAttribute('aria-busy'); }
  };

  if (form && field('StartDate') && field('StartTime')) {
    strip.addEventListener('click', (event) => {
      const button = event.target.closest('button');
      if (button?.name === `${prefix}Pick`) {
        pick(button);
      } else if (button?.name === `${prefix}Day`) {
        field('StartDate').value = button.value;
        follow();
      } else if (button?.name === `${prefix}FreeTimesFrom`) {
        follow({ FreeTimesFrom: button.value });
      } else {
        return;
      }
      event.preventDefault();
    });
    form.addEventListener('change', ({ target }) => {
      if (target.name === `${prefix}StartTime` && !hasForecast()) {
        mark();
      } else if (asked.some((name) => target.name === prefix + name) && !strip.contains(target)) {
        clearTimeout(timer);
        timer = setTimeout(follow, 300);
      }
    });
    mark();
    addOwnTimes();
  }
};

document.querySelectorAll('.free-times[data-url]').forEach(bring);
