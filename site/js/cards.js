/* Cards. A name opens what the page says of it under "Mentioned here" (.mentioned-here li[data-entity]); a date or a quantity, its
   value (data-card). The second click on a name follows its link, as every click does without this script. In a card, .step leads
   to the same name's next or former place in the text. */
"use strict";
if ("popover" in HTMLElement.prototype) {
  const card = document.getElementById("card");
  const body = card.querySelector(".card-body");
  const more = card.querySelector(".more");
  const steps = [...card.querySelectorAll(".step")];
  let opener = null;

  const entry = (name) => document.querySelector(`.mentioned-here [data-entity="${CSS.escape(name.dataset.entity)}"]`);

  const places = (name) => [...document.querySelectorAll(`.document a.name[data-entity="${CSS.escape(name.dataset.entity)}"]`)]
    .filter((place) => place.checkVisibility?.() ?? true);

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
    const named = Boolean(element.dataset.entity);
    body.replaceChildren(...contents(element));
    more.hidden = !named || element.hash !== "" && element.pathname === location.pathname;
    if (!more.hidden) more.href = element.href;
    const among = named ? places(element) : [];
    for (const step of steps) step.hidden = among.length < 2;
    card.setAttribute("aria-label", element.textContent.trim());
    opener = element;
    card.showPopover();
    place(element);
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
    card.focus({ preventScroll: true });
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") opener = null; /* at once: the next Enter opens the card again */
    if (event.key !== "Enter" && event.key !== " ") return;
    const element = wanted(event.target);
    if (element?.getAttribute("role") !== "button") return;
    event.preventDefault();
    open(element);
    card.focus({ preventScroll: true });
  });

  /* To another place of the same name: the page moves there, the card goes with it, the button keeps the focus. */
  card.addEventListener("click", ({ target }) => {
    if (!target.dataset.step || !opener) return;
    const all = places(opener);
    const next = all.at((all.indexOf(opener) + Number(target.dataset.step)) % all.length);
    next.scrollIntoView({ block: "center", behavior: "instant" });
    for (const one of all) one.classList.toggle("here", one === next);
    open(next);
  });

  card.popover = "auto";
  card.hidden = false;
  card.tabIndex = -1;
  card.addEventListener("toggle", (event) => {
    if (event.newState !== "closed") return;
    for (const one of document.querySelectorAll("a.name.here")) one.classList.remove("here");
    setTimeout(() => { opener = card.matches(":popover-open") ? opener : null; });
  });
  window.addEventListener("scroll", () => card.matches(":popover-open") && opener && place(opener), { passive: true });
}
