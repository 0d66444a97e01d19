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
  const between = 12;
  /* Lines that a folded note shows at least: fewer where notes have fallen behind their marks. */
  const leastLines = (behind, line) => (behind > 3 * line ? 2 : 4);

  /* A note that would push the next one from its mark is folded to the room it has, at least some
     lines; it unfolds, over its neighbours, when it is called, pointed at or reached by the keyboard. */
  const place = () => {
    root.classList.toggle("beside", wide.matches);
    for (const { note } of notes) note.style.maxHeight = "";
    page.style.minHeight = "";
    if (!wide.matches) return;
    const top = page.getBoundingClientRect().top;
    const line = notes.length ? parseFloat(getComputedStyle(notes[0].note).lineHeight) : 0;
    const places = notes.map(({ note, mark }) => ({
      note,
      wanted: mark.getBoundingClientRect().top - top - 4,
      height: note.offsetHeight,
    }));
    let free = 0;
    places.forEach(({ note, wanted, height }, index) => {
      const from = Math.max(wanted, free);
      const lines = Math.floor(((places[index + 1]?.wanted ?? Infinity) - from - between) / line);
      const room = Math.max(lines, leastLines(from - wanted, line)) * line;
      const fold = height > room + line;
      note.style.top = `${from}px`;
      note.style.maxHeight = fold ? `${room}px` : "";
      note.classList.toggle("folded", fold);
      free = from + (fold ? room : height) + between;
    });
    page.style.minHeight = `${free}px`;
  };

  const noteOpened = (mark) => {
    const here = mark.parentElement.nextElementSibling;
    return here?.matches(".note-here") ? here : null;
  };

  const close = (mark) => {
    noteOpened(mark)?.remove();
    mark.removeAttribute("aria-expanded");
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
      note.focus({ preventScroll: true });
      note.scrollIntoView({ block: "nearest" });
    } else if (mark.hasAttribute("aria-expanded")) {
      close(mark);
    } else {
      open(mark, note);
    }
  };

  /* Escape leads from a note back to its mark; one that is open in the text it closes. */
  const leave = (event) => {
    if (event.key !== "Escape") return;
    const at = document.activeElement;
    const left = notes.find(({ note, mark }) =>
      note.contains(at) || (noteOpened(mark) && (at === mark || noteOpened(mark).contains(at))));
    if (!left) return;
    close(left.mark);
    left.mark.focus();
  };

  for (const { note, mark } of notes) {
    note.tabIndex = -1;
    mark.addEventListener("click", (event) => call(event, mark, note));
  }
  if (notes.length) {
    document.addEventListener("keydown", leave);
    wide.addEventListener("change", () => {
      for (const { mark } of notes) close(mark);
      place();
    });
    new ResizeObserver(place).observe(document.querySelector(".document > .text"));
    place();
  }
}
