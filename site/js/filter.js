/* Narrows a list down to the entries that have all the words typed, and puts it in another order. Contract:
   form.filter with an input, perhaps a select of orders, and an output; .filtered holds .group sections
   with the entries as li. An order is the name of an entry's data attribute: years rise, counts fall. */
"use strict";
{
  const form = document.querySelector("form.filter");
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  if (form) {
    const output = form.querySelector("output");
    const orders = form.querySelector("select");
    const groups = [...document.querySelectorAll(".filtered .group")].map((group) => ({
      group,
      list: group.querySelector("ul, ol"),
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
      if (orders?.value) for (const { group } of groups) group.hidden = group !== groups[0].group || found === 0;
      output.textContent = words.length === 0 ? "" : found || output.dataset.none;
    };

    /* In another order than that of the groups, all entries stand in the first one, without its heading. */
    const arrange = () => {
      const by = orders.value;
      const value = ({ entry }) => (by === "year" ? Number(entry.dataset.year || Infinity) : -Number(entry.dataset[by] || 0));
      for (const { list, entries } of groups) list.append(...entries.map(({ entry }) => entry));
      if (by) {
        const all = groups.flatMap(({ entries }) => entries);
        groups[0].list.append(...all.sort((one, two) => value(one) - value(two) || 0).map(({ entry }) => entry));
      }
      document.querySelector(".filtered").classList.toggle("ordered", by !== "");
      document.querySelector(".jumps")?.toggleAttribute("hidden", by !== "");
      narrow();
    };

    form.addEventListener("input", ({ target }) => (target === orders ? arrange() : narrow()));
    form.addEventListener("submit", (event) => event.preventDefault());
    if (groups.length && orders) arrange();
    narrow();
  }
}
