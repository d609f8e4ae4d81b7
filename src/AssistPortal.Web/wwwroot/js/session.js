// Warns shortly before the session ends, with a button to go on. One clock for all tabs of the site.
//   <dialog class="dialog" data-session-minutes="30" data-session-warn-minutes="5" data-session-url="/account/stay">
//     <button type="button" data-session-stay>
// When the time has run out the page is left alone: what was typed stays, the server carries it over sign-in.

const dialog = document.querySelector('dialog[data-session-minutes][data-session-warn-minutes]');

if (dialog) {
  const key = 'assistportal.session';
  const minute = 60_000;
  const length = Number(dialog.dataset.sessionMinutes) * minute;
  const warning = Number(dialog.dataset.sessionWarnMinutes) * minute;
  let last = Date.now();
  let timer = 0;

  const write = () => {
    try { localStorage.setItem(key, String(last)); } catch { /* Storage is off: this tab counts alone. */ }
  };
  const read = () => {
    try { last = Math.max(last, Number(localStorage.getItem(key)) || 0); } catch { /* As above. */ }
  };

  const tick = () => {
    clearTimeout(timer);
    read();
    const left = last + length - Date.now();
    if (left > warning) {
      if (dialog.open) { dialog.close(); } // Another tab went on.
      timer = setTimeout(tick, Math.min(left - warning, 2 ** 30));
    } else if (left > 0) {
      if (!dialog.open) { dialog.showModal(); }
      timer = setTimeout(tick, left);
    } else if (dialog.open) {
      dialog.close();
    }
  };

  const restart = () => {
    last = Date.now();
    write();
    tick();
  };

  const stay = async () => {
    try {
      const answer = await fetch(dialog.dataset.sessionUrl, { credentials: 'same-origin', redirect: 'error' });
      if (answer.ok) { restart(); }
    } catch {
      // Not reached, or signed out already: the warning stays.
    }
  };

  dialog.querySelector('[data-session-stay]')?.addEventListener('click', stay);
  dialog.addEventListener('cancel', (event) => { event.preventDefault(); stay(); }); // Escape means 'I am here'.
  addEventListener('storage', (event) => { if (event.key === key) { tick(); } });
  document.addEventListener('visibilitychange', tick); // Timers sleep with the machine.
  restart(); // This page was just served, so the session was just renewed.
}
