/* A place on a picture and its words in the text: while one is pointed at or has the focus, both are marked.
   Contract: elements with the same data-zone belong together; the style sheet marks those of the class "at".
   The frames (svg.zones a) are links to the block of their words; where it has parts, the part is scrolled to. */
"use strict";
{
  const together = (zone) => document.querySelectorAll(`[data-zone="${CSS.escape(zone)}"]`);

  const mark = (event) => {
    const zone = event.target.closest?.("[data-zone]")?.dataset.zone;
    for (const marked of document.querySelectorAll(".at")) {
      if (marked.dataset.zone !== zone) marked.classList.remove("at");
    }
    if (zone) for (const part of together(zone)) part.classList.add("at");
  };

  document.addEventListener("pointerover", mark);
  document.addEventListener("focusin", mark);
  document.addEventListener("click", (event) => {
    const frame = event.target.closest?.(".zones [data-zone]");
    if (!frame) return;
    const words = [...together(frame.dataset.zone)].find((part) => part.closest(".text") && !part.closest(".zones"));
    if (!words) return;
    event.preventDefault();
    words.scrollIntoView({ block: "center" });
  });
}
