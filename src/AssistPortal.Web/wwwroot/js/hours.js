// Copies the hours of a day to Monday to Friday at once; without script the server does.
//   <p id="copied" data-copied="…" data-nothing="…">   <div data-hours-day="1"> [data-hours-row] … <button name="Copy">

const days = [...document.querySelectorAll('[data-hours-day]')];
const told = document.getElementById('copied');
const rowsOf = (day) => [...day.querySelectorAll('[data-hours-row]')];
const timesOf = (row) => ['From', 'Until'].map((name) => row.querySelector(`[name=${name}]`));
let made = 0;

const addRow = (day) => {
  const row = rowsOf(day).at(-1).cloneNode(true);
  made += 1;
  for (const part of row.querySelectorAll('[id], [for]')) {
    const name = part.id ? 'id' : 'for';
    part.setAttribute(name, `${part.getAttribute(name).split('-')[0]}-new-${made}`);
  }
  day.querySelector('.hours-day__rows').append(row);
  return row;
};

const fill = (day, spans) => {
  while (rowsOf(day).length <= spans.length) { addRow(day); }
  rowsOf(day).forEach((row, index) => {
    timesOf(row).forEach((field, part) => {
      field.value = spans[index]?.[part] ?? '';
      field.removeAttribute('aria-invalid');
      field.removeAttribute('aria-describedby');
    });
    row.classList.remove('field--error');
    row.querySelector('.field__error')?.remove();
  });
};

for (const day of days) {
  day.querySelector('[name=Copy]')?.addEventListener('click', (event) => {
    event.preventDefault();
    // A time that is half typed reads as none: the server says what is wrong with it.
    const spans = rowsOf(day).map((row) => timesOf(row).map((field) => field.value)).filter((span) => span.join('') !== '');
    told.textContent = spans.length ? told.dataset.copied : told.dataset.nothing;
    if (!spans.length) { return; }
    const weekdays = days.filter((other) => Number(other.dataset.hoursDay) >= 1 && Number(other.dataset.hoursDay) <= 5);
    weekdays.filter((other) => other !== day).forEach((other) => fill(other, spans));
  });
}
