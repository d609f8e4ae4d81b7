// Lets the standard fee follow the extras that are chosen. The server computes the fee that counts.
//   <form data-fee data-currency="USD" data-locale="en" data-minor-digits="2" data-base-minor="125000"
//         data-money="US$ {0}">   (data-money optional: the server's own way to write an amount)
//     <select data-hourly-minor="9000" data-fee-line="Rehearsal" data-fee-words="Extra rehearsal, {0}">
//       with options valued in hours: 0, 1.5, 2
//   <td data-fee-total>   in the foot of a table whose body has a row for each part, those of extras with data-fee-line

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

  const hoursOf = (element) => (element.disabled ? 0 : Number(element.value) || 0);

  // Rows of extras stand behind the others, in the order of the form.
  const tell = (extra, amount) => {
    for (const total of totals) {
      const body = total.closest('table').tBodies[0];
      const line = body.querySelector(`[data-fee-line="${extra.dataset.feeLine}"]`) ?? document.createElement('tr');
      line.remove();
      if (hoursOf(extra) > 0) {
        const [name, cell] = [document.createElement('th'), document.createElement('td')];
        name.scope = 'row';
        name.textContent = extra.dataset.feeWords.replace('{0}', extra.selectedOptions[0].text);
        cell.textContent = money(amount);
        line.dataset.feeLine = extra.dataset.feeLine;
        line.replaceChildren(name, cell);
        body.append(line);
      }
    }
  };

  const show = () => {
    let sum = Number(baseMinor);
    for (const extra of extras()) {
      const amount = Math.round(hoursOf(extra) * Number(extra.dataset.hourlyMinor));
      sum += amount;
      tell(extra, amount);
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
