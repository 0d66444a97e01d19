/* A report of an error names the place and the words that are selected when the link is followed.
   Contract: a.report whose address ends with the parameter that holds the words of the report. */
"use strict";
{
  const link = document.querySelector("a.report");
  const start = link?.href;

  const name = () => {
    const selection = document.getSelection();
    const words = selection.toString().trim().replace(/\s+/g, " ").slice(0, 300);
    const node = selection.anchorNode;
    const block = (node instanceof Element ? node : node?.parentElement)?.closest(".document [id]");
    const place = words && block ? `#${block.id}` : location.hash;
    const quoted = words ? `\n\n“${words}”` : "";
    link.href = start + encodeURIComponent(place + quoted + "\n\n");
  };

  /* Before it is followed, however: by mouse, by key, by its menu. */
  for (const event of ["pointerdown", "focus", "contextmenu"]) link?.addEventListener(event, name);
}
