// Presets the time zone from the browser, where the server knows of no choice of the person's own.
//   <select data-preset-time-zone>   (the attribute only while nothing was chosen)

const select = document.querySelector('select[data-preset-time-zone]');
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

if (select && zone && zone !== select.value) {
  const option = [...select.options].find((candidate) => candidate.value === zone);
  if (option) {
    option.selected = true;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  }
}
