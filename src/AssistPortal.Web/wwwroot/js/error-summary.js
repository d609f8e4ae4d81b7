// Takes the reader to 'There is a problem', and from there to each field; else to what was found.

const summary = document.querySelector('.error-summary');

if (summary) {
  summary.focus();
  summary.addEventListener('click', (event) => {
    const link = event.target.closest('a[href^="#"]');
    const target = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    const field = target?.matches('input, select, textarea, button')
      ? target
      : target?.querySelector('input:not([type=hidden]), select, textarea');
    if (field) {
      event.preventDefault();
      const label = field.labels?.[0] ?? field.closest('fieldset')?.querySelector('legend') ?? field;
      field.focus({ preventScroll: true });
      label.scrollIntoView({ block: 'start' });
    }
  });
} else {
  document.querySelector('[data-result]')?.focus();
}
