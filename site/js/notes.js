/* Footnotes. Beside the text where the screen is wide enough for it, each at the height of its mark;
   else opened in the text by its mark. Without this script they are a list after the text.
   Contract: .notes li[id]; the mark in the text has the note's id and ".mark". */
"use strict";
{
  const root = document.documentElement;
  const page = document.querySelector(".document");
  const notes = [...document.querySelectorAll(".notes li[id]")]
    .map((note) => ({ note, mark: document.getElementById(note.id + ".mark") }))
    .filter(({ mark }) => mark);
  const wide = matchMedia("(min-width: 60rem)");
  const between = 14;

  const place = () => {
    root.classList.toggle("beside", wide.matches);
    page.style.minHeight = "";
    if (!wide.matches) return;
    const top = page.getBoundingClientRect().top;
    const wanted = notes.map(({ note, mark }) => ({
      note,
      at: mark.getBoundingClientRect().top - top - 4,
      height: note.offsetHeight,
    }));
    let free = 0;
    for (const { note, at, height } of wanted) {
      const from = Math.max(at, free);
      note.style.top = `${from}px`;
      free = from + height + between;
    }
    page.style.minHeight = `${free}px`;
  };

  const close = (mark) => {
    mark.setAttribute("aria-expanded", "false");
    mark.parentElement.nextElementSibling?.matches(".note-here") && mark.parentElement.nextElementSibling.remove();
  };

  /* A copy, so that the list stays whole; without ids, which a page has once. */
  const open = (mark, note) => {
    const here = document.createElement("span");
    here.className = "note-here";
    here.setAttribute("role", "note");
    here.append(...note.querySelector(".note-body").cloneNode(true).childNodes);
    for (const element of here.querySelectorAll("[id]")) element.removeAttribute("id");
    mark.parentElement.after(here);
    mark.setAttribute("aria-expanded", "true");
  };

  const call = (event, mark, note) => {
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (wide.matches) {
      note.tabIndex = -1;
      note.focus({ preventScroll: true });
      note.scrollIntoView({ block: "nearest" });
    } else if (mark.getAttribute("aria-expanded") === "true") {
      close(mark);
    } else {
      open(mark, note);
    }
  };

  if (notes.length) {
    for (const { note, mark } of notes) mark.addEventListener("click", (event) => call(event, mark, note));
    wide.addEventListener("change", () => notes.forEach(({ mark }) => close(mark)));
    new ResizeObserver(place).observe(document.querySelector(".document > .text"));
    wide.addEventListener("change", place);
    place();
  }
}
