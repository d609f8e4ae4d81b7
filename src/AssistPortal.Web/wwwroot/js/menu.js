// Closes the header's menus (<details class="menu">) on Escape, on a click elsewhere, and when focus moves on.

const menus = document.querySelectorAll('details.menu');

for (const menu of menus) {
  menu.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && menu.open) {
      menu.open = false;
      menu.querySelector('summary')?.focus();
    }
  });
  menu.addEventListener('focusout', (event) => {
    if (event.relatedTarget && !menu.contains(event.relatedTarget)) {
      menu.open = false;
    }
  });
}

if (menus.length) {
  document.addEventListener('pointerdown', (event) => {
    menus.forEach((menu) => { menu.open &&= menu.contains(event.target); });
  });
}
