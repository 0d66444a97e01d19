/* The layers that the reader switches: form.layers holds a checkbox for each; <html data-NAME="on|off">
   is what the style sheet goes by. What a card can tell is reached by the keyboard while its layer is on. */
"use strict";
{
  const root = document.documentElement;
  const told = { dates: ".date[data-card]", quantities: ".measure[data-card]" };

  const reachable = (name, on) => {
    if (!(name in told)) return;
    for (const element of document.querySelectorAll(`.text ${told[name]}, .notes ${told[name]}`)) {
      if (element.closest("a") || element.querySelector("a")) continue;
      if (on) {
        element.tabIndex = 0;
        element.setAttribute("role", "button");
      } else {
        element.removeAttribute("tabindex");
        element.removeAttribute("role");
      }
    }
  };

  for (const box of document.querySelectorAll("form.layers input")) {
    box.checked = root.dataset[box.name] ? root.dataset[box.name] === "on" : box.defaultChecked;
    reachable(box.name, box.checked);
    box.addEventListener("change", () => {
      window.remember("layers", { [box.name]: box.checked ? "on" : "off" });
      reachable(box.name, box.checked);
    });
  }
}
