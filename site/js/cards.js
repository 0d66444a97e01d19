/* Cards. A name opens what the page says of it under "Mentioned here" (.mentioned-here li[data-entity]); a date or a quantity, its
   value (data-card). The second click on a name follows its link, as every click does without this script. */
"use strict";
if ("popover" in HTMLElement.prototype) {
  const card = document.getElementById("card");
  const body = card.querySelector(".card-body");
  const more = card.querySelector(".more");
  let opener = null;

  const entry = (name) => document.querySelector(`.mentioned-here [data-entity="${CSS.escape(name.dataset.entity)}"]`);

  const paragraph = (text, name) => {
    const element = document.createElement("span");
    element.className = name;
    element.textContent = text;
    return element;
  };

  const contents = (element) => {
    if (!element.dataset.entity) return [paragraph(element.dataset.card, "value")];
    const copy = [...entry(element).cloneNode(true).childNodes];
    return element.dataset.cert ? [...copy, paragraph(element.dataset.cert, "cert")] : copy;
  };

  /* Below the words, or above them where there is no room; a narrow screen has it at its foot. */
  const place = (element) => {
    card.style.inset = "auto";
    if (matchMedia("(max-width: 40rem)").matches) {
      card.style.inset = "";
      return;
    }
    const words = element.getClientRects()[0];
    const left = Math.min(words.left, document.documentElement.clientWidth - card.offsetWidth - 16);
    const below = words.bottom + 8;
    const fits = below + card.offsetHeight < window.innerHeight;
    card.style.left = `${Math.max(16, left)}px`;
    card.style.top = `${fits ? below : Math.max(8, words.top - card.offsetHeight - 8)}px`;
  };

  const open = (element) => {
    body.replaceChildren(...contents(element));
    more.hidden = !element.dataset.entity;
    if (!more.hidden) more.href = element.href;
    card.setAttribute("aria-label", element.textContent.trim());
    opener = element;
    card.showPopover();
    place(element);
    card.focus({ preventScroll: true });
  };

  const wanted = (target) => {
    const element = target.closest?.("a.name[data-entity], [data-card]");
    return element && !element.closest(".card, .mentioned-here") && (!element.dataset.entity || entry(element)) ? element : null;
  };

  document.addEventListener("click", (event) => {
    const element = wanted(event.target);
    if (!element || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (element === opener && element.dataset.entity) return;
    event.preventDefault();
    open(element);
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") opener = null; /* at once: the next Enter opens the card again */
    if (event.key !== "Enter" && event.key !== " ") return;
    const element = wanted(event.target);
    if (element?.getAttribute("role") !== "button") return;
    event.preventDefault();
    open(element);
  });

  card.popover = "auto";
  card.hidden = false;
  card.tabIndex = -1;
  card.addEventListener("toggle", (event) => {
    if (event.newState === "closed") setTimeout(() => { opener = card.matches(":popover-open") ? opener : null; });
  });
  window.addEventListener("scroll", () => card.matches(":popover-open") && opener && place(opener), { passive: true });
}
