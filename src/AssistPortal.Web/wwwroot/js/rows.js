// A list by keyboard: j and k go through its rows, from the one that is open beside the list on. Keys work only where
// shortcuts are switched on: see shortcuts.js.
const links = [...document.querySelectorAll("[data-rows] :is(tbody tr, li)")].map((row) => row.querySelector("th a") ?? row.querySelector("a")).filter(Boolean);
const open = links.find((link) => link.hasAttribute("aria-current"));
const pane = open?.closest(".orders-beside__pane");

// The list beside an order is a window of its own: the row of the order has to be seen in it.
if (pane) {
  pane.scrollTop += open.getBoundingClientRect().top - pane.getBoundingClientRect().top - pane.clientHeight / 3;
}

document.addEventListener("portal:row", (event) => {
  const seen = links.filter((link) => link.checkVisibility());
  if (seen.length === 0) {
    return;
  }

  const here = seen.includes(document.activeElement) ? seen.indexOf(document.activeElement) : seen.indexOf(open);
  const next = here < 0 ? (event.detail > 0 ? 0 : seen.length - 1) : Math.min(Math.max(here + event.detail, 0), seen.length - 1);
  seen[next].focus();
});
