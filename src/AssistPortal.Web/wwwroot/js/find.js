// Ctrl+K opens a search for orders, producers and pages. What is found comes from the page of that name, which works
// without script, as links; here they are the options of a combobox (ARIA practices): arrows choose, Enter opens.
const dialog = document.getElementById("find");
const words = dialog.querySelector("input");
const options = dialog.querySelector("[role=listbox]");
const count = dialog.querySelector("[role=status]");
const pause = 200;
let waiting = 0;
let request = null;
let shown = null;

const all = () => [...options.querySelectorAll("[role=option]")];
const chosen = () => options.querySelector("[aria-selected=true]");

const choose = (option) => {
  chosen()?.setAttribute("aria-selected", "false");
  option?.setAttribute("aria-selected", "true");
  option?.scrollIntoView({ block: "nearest" });
  if (option) {
    words.setAttribute("aria-activedescendant", option.id);
  } else {
    words.removeAttribute("aria-activedescendant");
  }
};

const optionOf = (link, index) => {
  const option = document.createElement("div");
  option.id = `find-option-${index}`;
  option.className = "find__option";
  option.setAttribute("role", "option");
  option.setAttribute("aria-selected", "false");
  option.dataset.href = link.getAttribute("href");
  option.append(...link.childNodes);
  return option;
};

const show = (results) => {
  let index = 0;
  const groups = [...results.querySelectorAll("section")].map((section) => {
    const group = document.createElement("div");
    const title = section.querySelector("h2").textContent;
    const heading = document.createElement("div");
    heading.className = "find__group";
    heading.textContent = title;
    heading.setAttribute("role", "presentation");
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", title);
    group.append(heading, ...[...section.querySelectorAll("a")].map((link) => optionOf(link, index++)));
    return group;
  });
  options.replaceChildren(...groups);
  options.hidden = index === 0;
  words.setAttribute("aria-expanded", String(index > 0));
  count.textContent = results.dataset.findCount;
  choose(all()[0]);
};

const ask = async () => {
  request?.abort();
  const { signal } = request = new AbortController();
  const typed = words.value;
  try {
    const answer = await fetch(`${dialog.dataset.find}/results?q=${encodeURIComponent(typed)}`, { signal });
    const page = new DOMParser().parseFromString(answer.ok ? await answer.text() : "", "text/html");
    const results = page.querySelector("[data-find-results]");
    if (results) {
      show(results);
      shown = typed;
    }
  } catch {
    // The next letter asks again, and Enter the page.
  }
};

// Whoever types fast means what is typed now, not what was found before.
const openChosen = async () => {
  clearTimeout(waiting);
  if (shown !== words.value) {
    await ask();
  }

  if (shown !== words.value) {
    location.assign(`${dialog.dataset.find}?q=${encodeURIComponent(words.value)}`);
  } else if (chosen()) {
    location.assign(chosen().dataset.href);
  }
};

const open = () => {
  dialog.showModal();
  words.select();
  ask();
};

words.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(ask, pause);
});
words.addEventListener("keydown", (event) => {
  if (event.isComposing) {
    return;
  }

  const known = all();
  const at = known.indexOf(chosen());
  const next = { ArrowDown: at + 1, ArrowUp: at - 1 }[event.key];
  if (next !== undefined && known.length > 0) {
    event.preventDefault();
    choose(known[(next + known.length) % known.length]);
  } else if (event.key === "Enter") {
    event.preventDefault();
    openChosen();
  }
});
options.addEventListener("click", (event) => {
  const option = event.target.closest("[role=option]");
  if (option) {
    location.assign(option.dataset.href);
  }
});
dialog.querySelector("[data-find-close]").addEventListener("click", () => dialog.close());
for (const link of document.querySelectorAll("[data-find-open]")) {
  link.setAttribute("aria-haspopup", "dialog");
  link.addEventListener("click", (event) => {
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      open();
    }
  });
}

document.addEventListener("keydown", (event) => {
  const isMeant = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
  if (isMeant && !event.isComposing && !document.querySelector("dialog[open]")) {
    event.preventDefault();
    open();
  }
});
