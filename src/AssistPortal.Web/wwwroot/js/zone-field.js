// A field of a time zone: suggests places while somebody types (WAI-ARIA's editable combobox); the server reads whatever
// is typed, with script or without. The browser's own zone fills a field that asks for it.
//   <input data-zones="/times/zones" list="…the common ones…" data-preset>

const most = 8;
let lists = 0;

const ask = async (field, words, signal) => {
  const answer = await fetch(`${field.dataset.zones}?q=${encodeURIComponent(words)}`, { signal });
  return answer.ok ? answer.json() : [];
};

const suggest = (field) => {
  const common = [...field.list?.options ?? []].map(({ value, text }) => ({ label: value, offset: text }));
  const list = document.createElement('ul');
  list.className = 'zone-field__list';
  list.id = `zone-field-${++lists}`;
  list.hidden = true;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', field.labels[0]?.textContent ?? '');
  field.removeAttribute('list');
  for (const [name, value] of [['role', 'combobox'], ['aria-autocomplete', 'list'], ['aria-expanded', 'false'], ['aria-controls', list.id]]) {
    field.setAttribute(name, value);
  }
  field.after(list);

  const point = (option) => {
    list.querySelector('[aria-selected=true]')?.setAttribute('aria-selected', 'false');
    option?.setAttribute('aria-selected', 'true');
    option?.scrollIntoView({ block: 'nearest' });
    if (option) { field.setAttribute('aria-activedescendant', option.id); } else { field.removeAttribute('aria-activedescendant'); }
  };
  const close = () => { list.hidden = true; field.setAttribute('aria-expanded', 'false'); point(); };
  const show = (places) => {
    list.replaceChildren(...places.slice(0, most).map(({ label, offset }, number) => {
      const option = document.createElement('li');
      option.id = `${list.id}-${number}`;
      option.dataset.label = label;
      option.setAttribute('role', 'option');
      option.setAttribute('aria-selected', 'false');
      const muted = document.createElement('span');
      muted.className = 'muted';
      muted.textContent = offset;
      option.append(`${label} `, muted);
      return option;
    }));
    point();
    list.hidden = places.length === 0;
    field.setAttribute('aria-expanded', String(!list.hidden));
  };

  // People read places; the server wrote the zone's IANA name. What was typed before this script came stays.
  if (field.value === field.defaultValue) {
    field.value = field.dataset.label ?? field.value;
    if (field === document.activeElement) { field.select(); }
  }
  let asked, timer, before = field.value;
  const tell = () => {
    if (field.value !== before) { before = field.value; field.dispatchEvent(new Event('change', { bubbles: true })); }
  };
  const choose = (option) => { field.value = option.dataset.label; close(); tell(); };
  const look = async () => {
    asked?.abort();
    asked = new AbortController();
    try { show(field.value.trim() ? await ask(field, field.value, asked.signal) : common); } catch { /* Not reached, or asked anew. */ }
  };

  field.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(look, 150); });
  field.addEventListener('change', () => { before = field.value; });
  field.addEventListener('click', () => { if (list.hidden) { field.select(); show(common); } });
  field.addEventListener('blur', () => { clearTimeout(timer); asked?.abort(); close(); });
  field.addEventListener('keydown', async (event) => {
    const options = [...list.children];
    const at = options.findIndex((option) => option.getAttribute('aria-selected') === 'true');
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (list.hidden) { await look(); return; }
      point(options.at(event.key === 'ArrowDown' ? (at + 1) % options.length : Math.max(at, 0) - 1));
    } else if (event.key === 'Enter' && !list.hidden && at >= 0) {
      event.preventDefault();
      choose(options[at]);
    } else if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault();
      close();
    }
  });
  list.addEventListener('mousedown', (event) => event.preventDefault()); // The field keeps the focus.
  list.addEventListener('click', ({ target }) => { const option = target.closest('[role=option]'); if (option) { choose(option); } });
};

const preset = async (field) => {
  const [place] = await ask(field, Intl.DateTimeFormat().resolvedOptions().timeZone).catch(() => []);
  if (place && !field.value) {
    field.value = place.label;
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }
};

for (const field of document.querySelectorAll('input[data-zones]')) {
  suggest(field);
  if (field.dataset.preset) { preset(field); }
}
