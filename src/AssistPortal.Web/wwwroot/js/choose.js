// Rows of a list that are chosen: the box above them follows them and they follow it, and a line says how many there
// are. The key x ticks the row on which the focus is. Without script the server reads the same boxes.
const form = document.getElementById("choose");

if (form) {
  const boxes = [...document.querySelectorAll("[data-choose]")];
  const page = document.querySelector("[data-choose-page]");
  const view = document.querySelector("[data-choose-view]");
  const count = form.querySelector("[data-choose-count]");

  const show = () => {
    const ticked = boxes.filter((box) => box.checked).length;
    page.checked = ticked === boxes.length;
    page.indeterminate = ticked > 0 && !page.checked;
    const chosen = view?.checked ? Number(view.dataset.chooseView) : ticked;
    count.textContent = chosen > 0 ? count.dataset.chooseCount.replace("{0}", chosen.toLocaleString(document.documentElement.lang)) : "";
    form.classList.toggle("choose-bar--on", chosen > 0);
  };

  page.addEventListener("change", () => {
    boxes.forEach((box) => {
      box.checked = page.checked;
    });
    show();
  });
  boxes.forEach((box) => box.addEventListener("change", () => {
    // The whole view is no longer meant once a row is taken out.
    if (!box.checked && view) {
      view.checked = false;
    }
    show();
  }));
  view?.addEventListener("change", () => {
    if (view.checked) {
      boxes.forEach((box) => {
        box.checked = true;
      });
    }
    show();
  });
  document.addEventListener("portal:choose", () => document.activeElement?.closest("tr")?.querySelector("[data-choose]")?.click());
  addEventListener("pageshow", show);
  if (page.checked) {
    boxes.forEach((box) => {
      box.checked = true;
    });
  }
  show();
}
