/* Narrows a list down to the entries that have all the words typed. Contract: form.filter with an
   input and an output; .filtered holds .group sections with the entries as li. */
"use strict";
{
  const form = document.querySelector("form.filter");
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  if (form) {
    const output = form.querySelector("output");
    const groups = [...document.querySelectorAll(".filtered .group")].map((group) => ({
      group,
      entries: [...group.querySelectorAll("li:not(li li)")].map((entry) => ({ entry, text: fold(entry.textContent) })),
    }));

    const narrow = () => {
      const words = fold(form.querySelector("input").value).split(/\s+/).filter(Boolean);
      let found = 0;
      for (const { group, entries } of groups) {
        let here = 0;
        for (const { entry, text } of entries) {
          entry.hidden = !words.every((word) => text.includes(word));
          if (!entry.hidden) here += 1;
        }
        group.hidden = here === 0;
        found += here;
      }
      output.textContent = words.length === 0 ? "" : found || output.dataset.none;
    };

    form.addEventListener("input", narrow);
    form.addEventListener("submit", (event) => event.preventDefault());
    narrow();
  }
}
