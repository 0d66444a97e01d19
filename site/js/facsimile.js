/* The picture of the page being read. On wide screens it stands beside the text while the layer "facsimile"
   is on; on narrow ones the mark of a page opens its picture in the text, as the mark of a note does. What
   lies on another host is loaded when the reader asks for it.
   Contract: a[data-picture], whose href is the picture; aside.facsimile, whose data-load offers a foreign
   picture ({host}), and which holds the drawings that lie over pictures (svg.zones, data-of is the picture);
   the style sheet shows the aside. A.picture is one picture of the text. */
"use strict";
{
  const pane = document.querySelector("aside.facsimile");
  const marks = [...document.querySelectorAll(".pb a[data-picture]")];
  const wide = matchMedia("(min-width: 76rem)");
  const asked = new Set();
  const drawings = new Map([...(pane?.querySelectorAll("svg.zones") ?? [])].map((svg) => [svg.dataset.of, svg]));

  const isForeign = (mark) => mark.host !== location.host;
  const beside = () => pane && wide.matches && getComputedStyle(pane).display !== "none";

  const picture = (mark) => {
    const image = new Image();
    image.alt = mark.dataset.picture;
    image.src = mark.href;
    const link = document.createElement("a");
    link.href = mark.href;
    link.append(image);
    const drawing = drawings.get(mark.getAttribute("href"))?.cloneNode(true);
    if (!drawing) return link;
    if (!drawing.hasAttribute("viewBox")) {
      image.addEventListener("load", () =>
        drawing.setAttribute("viewBox", `0 0 ${image.naturalWidth} ${image.naturalHeight}`));
    }
    const framed = document.createElement("span");
    framed.className = "framed";
    framed.append(link, drawing);
    return framed;
  };

  const offer = (mark) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = pane.dataset.load.replace("{host}", mark.host);
    button.addEventListener("click", () => ask(mark));
    return button;
  };

  const show = (mark) => {
    if (!mark || pane.current === mark) return;
    pane.current = mark;
    const words = document.createElement("p");
    words.textContent = mark.dataset.picture;
    pane.replaceChildren(isForeign(mark) && !asked.has(mark.host) ? offer(mark) : picture(mark), words);
  };

  const ask = (mark) => {
    asked.add(mark.host);
    pane.current = null;
    show(mark);
  };

  /* The last page that began above the middle of the window. */
  const read = () => {
    if (!beside()) return;
    const middle = innerHeight * 0.45;
    show(marks.findLast((mark) => mark.getBoundingClientRect().top < middle) ?? marks[0]);
  };

  const toggle = (mark) => {
    const here = mark.nextElementSibling;
    if (here?.matches(".facsimile-here")) {
      here.remove();
      mark.removeAttribute("aria-expanded");
      return;
    }
    const frame = document.createElement("span");
    frame.className = "facsimile-here";
    frame.append(picture(mark));
    mark.after(frame);
    mark.setAttribute("aria-expanded", "true");
  };

  for (const mark of document.querySelectorAll("a[data-picture]")) {
    mark.addEventListener("click", (event) => {
      if (event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      if (marks.includes(mark) && beside()) ask(mark);
      else toggle(mark);
    });
  }
  if (pane) {
    let waiting = false;
    const soon = () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        read();
      });
    };
    addEventListener("scroll", soon, { passive: true });
    addEventListener("resize", soon);
    document.querySelector("form.layers")?.addEventListener("change", soon);
    read();
  }
}
