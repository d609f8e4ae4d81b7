// A list by keyboard: j and k go through its rows. Keys work only where shortcuts are switched on: see shortcuts.js.
const links = [...document.querySelectorAll("[data-rows] tbody tr")].map((row) => row.querySelector("th a") ?? row.querySelector("a")).filter(Boolean);

document.addEventListener("portal:row", (event) => {
  if (links.length === 0) {
    return;
  }

  const here = links.indexOf(document.activeElement);
  const next = here < 0 ? (event.detail > 0 ? 0 : links.length - 1) : Math.min(Math.max(here + event.detail, 0), links.length - 1);
  links[next].focus();
});
