// Keys for those who work in the staff area all day. They can be switched off (WCAG 2.1.4), and never work while
// somebody types.
const setting = "portal-shortcuts";
const dialog = document.getElementById("shortcuts");
const isOn = dialog.querySelector("#shortcuts-on");
const places = { d: "/staff", o: "/staff/orders", a: "/staff/orders?attention=any&sort=start", s: "/staff/schedule", p: "/staff/producers", m: "/staff/mail" };
const patience = 1500;
let goingSince = 0;

isOn.checked = localStorage.getItem(setting) !== "off";
isOn.addEventListener("change", () => localStorage.setItem(setting, isOn.checked ? "on" : "off"));
dialog.querySelector("[data-shortcuts-close]").addEventListener("click", () => dialog.close());
for (const opener of document.querySelectorAll("[data-shortcuts-open]")) {
  opener.hidden = false;
  opener.addEventListener("click", () => dialog.showModal());
}

document.addEventListener("keydown", (event) => {
  const isTyping = event.target.closest("input, textarea, select, [contenteditable]");
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping || document.querySelector("dialog[open]")) {
    return;
  }

  if (!isOn.checked) {
    return;
  }

  if (goingSince > 0 && event.timeStamp - goingSince < patience && places[event.key]) {
    goingSince = 0;
    event.preventDefault();
    location.assign(places[event.key]);
    return;
  }

  goingSince = event.key === "g" ? event.timeStamp : 0;
  const act = {
    "?": () => dialog.showModal(),
    "/": () => document.querySelector("main input[type=search]")?.focus(),
    j: () => document.dispatchEvent(new CustomEvent("portal:row", { detail: 1 })),
    k: () => document.dispatchEvent(new CustomEvent("portal:row", { detail: -1 })),
    x: () => document.dispatchEvent(new CustomEvent("portal:choose")),
    "[": () => document.querySelector("main a[rel=prev]")?.click(),
    "]": () => document.querySelector("main a[rel=next]")?.click(),
  }[event.key];
  if (act) {
    event.preventDefault();
    act();
  }
});
