/* What the reader chose before, applied before the page is first drawn; the switch for a dark page.
   Loaded in the head of every page. On <html>: class "js", data-theme="light|dark", data-LAYER="on|off". */
"use strict";
{
  const root = document.documentElement;

  const remembered = (key) => {
    try {
      return JSON.parse(localStorage.getItem("teiedition." + key)) ?? {};
    } catch {
      return {};
    }
  };

  /* Also used by layers.js. A browser that remembers nothing still applies the choice to this page. */
  window.remember = (key, choices) => {
    Object.assign(root.dataset, choices);
    try {
      localStorage.setItem("teiedition." + key, JSON.stringify({ ...remembered(key), ...choices }));
    } catch {
      /* Storage is refused: the choice holds for this page. */
    }
  };

  root.classList.add("js");
  Object.assign(root.dataset, remembered("layers"), remembered("page"));

  document.addEventListener("DOMContentLoaded", () => {
    const button = document.querySelector("button.theme");
    const system = matchMedia("(prefers-color-scheme: dark)");
    const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : system.matches);
    const show = () => button.setAttribute("aria-pressed", isDark());
    button.addEventListener("click", () => {
      window.remember("page", { theme: isDark() ? "light" : "dark" });
      show();
    });
    system.addEventListener("change", show);
    show();
  });
}
