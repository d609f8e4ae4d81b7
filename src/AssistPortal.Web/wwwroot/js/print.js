// The print view: opens the browser's print dialog as soon as the page stands.
window.addEventListener("load", () => window.print());
