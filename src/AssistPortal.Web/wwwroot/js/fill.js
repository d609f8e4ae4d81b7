// Fills a section with that of the page to which its link leads, which may take a while.
//   <section id="meetings">…<a href="/assist/meetings" data-fill>

for (const link of document.querySelectorAll('section a[data-fill]')) {
  const section = link.closest('section');
  section.setAttribute('aria-busy', 'true');
  try {
    const answer = await fetch(link.href, { redirect: 'error' });
    const page = new DOMParser().parseFromString(answer.ok ? await answer.text() : '', 'text/html');
    const filled = page.getElementById(section.id);
    if (filled && document.activeElement !== link) {
      section.replaceChildren(...filled.childNodes);
    }
  } catch { /* Not reached: the link leads there. */ }
  section.removeAttribute('aria-busy');
}
