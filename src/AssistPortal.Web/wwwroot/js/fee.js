// Lets the standard fee follow the extras that are chosen. The server computes the fee that counts.
//   <form data-fee data-currency="USD" data-locale="en" data-minor-digits="2" data-base-minor="125000"
//         data-money="US$ {0}">   (data-money optional: the server's own way to write an amount)
//     <select data-hourly-minor="9000"> with options valued in hours: 0, 1.5, 2
//   <output data-fee-total>   anywhere on the page; optional [data-fee-line="select's id"] for one extra's amount

const form = document.querySelector('form[data-fee]');
const totals = document.querySelectorAll('[data-fee-total]');

if (form && totals.length) {
  const { currency, locale, minorDigits, baseMinor, money: pattern } = form.dataset;
  const digits = Number(minorDigits);
  const format = new Intl.NumberFormat(locale, {
    ...(pattern ? {} : { style: 'currency', currency }), minimumFractionDigits: digits, maximumFractionDigits: digits,
  });
  const money = (minor) => (pattern ?? '{0}').replace('{0}', format.format(minor / 10 ** digits));
  const extras = () => [...form.elements].filter((element) => element.dataset.hourlyMinor !== undefined);

  const hoursOf = (element) => {
    const skipped = element.disabled || (element.type === 'checkbox' && !element.checked);
    return skipped ? 0 : Number(element.value) || 0;
  };

  const show = () => {
    let sum = Number(baseMinor);
    for (const extra of extras()) {
      const amount = Math.round(hoursOf(extra) * Number(extra.dataset.hourlyMinor));
      sum += amount;
      for (const line of document.querySelectorAll('[data-fee-line]')) {
        if (line.dataset.feeLine === extra.id) {
          line.textContent = money(amount);
        }
      }
    }
    for (const total of totals) {
      const words = money(sum);
      if (total.textContent.trim() !== words) {
        total.textContent = words; // An <output> announces its own changes.
      }
    }
  };

  form.addEventListener('change', (event) => {
    if (event.target.dataset.hourlyMinor !== undefined) {
      show();
    }
  });
  // The browser may bring back choices after 'back' that the server's total does not know of.
  const changed = (extra) => extra instanceof HTMLSelectElement
    && extra.selectedIndex !== Math.max(0, [...extra.options].findIndex((option) => option.defaultSelected));
  addEventListener('pageshow', () => {
    if (extras().some(changed)) {
      show();
    }
  });
}
