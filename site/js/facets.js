/* The facets that narrow a search: which values are chosen, and what each facet shows. Contract: .facets with a
   details[data-facet] each that holds .among, a box to find a value in, and a list; the words for readers as data of
   form.search. search.js uses `window.facets`, asks `filters()` what to search under, and has `show()` draw the counts. */
"use strict";
{
  const form = document.querySelector(".facets");
  const say = document.querySelector("form.search").dataset;
  const facets = new Map([...form.querySelectorAll("details")].map((facet) => [facet.dataset.facet, facet]));
  const names = [...facets.keys()];
  const chosen = new Map(names.map((name) => [name, new Set()]));
  const values = new Map(names.map((name) => [name, []]));
  const either = ["year", "genre", "speaker"]; /* Of these one is enough; of the others all must be there. */
  const most = 40; /* So many values a facet shows; the box finds the others. */
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  const item = (name, value, number) => {
    const [entry, label, words, count] = ["li", "label", "span", "span"].map((tag) => document.createElement(tag));
    const box = Object.assign(document.createElement("input"), { type: "checkbox", name, value });
    box.checked = chosen.get(name).has(value);
    words.textContent = value;
    count.textContent = number;
    count.className = "count";
    label.append(box, words, count);
    entry.append(label);
    return entry;
  };

  /* The values chosen, then those that have the words in the box, the most frequent first. */
  const draw = (name) => {
    const facet = facets.get(name);
    const among = facet.querySelector(".among");
    const all = values.get(name);
    const words = fold(among.value);
    const fitting = all.filter(([value]) => chosen.get(name).has(value) || fold(value).includes(words));
    const first = fitting.filter(([value], place) => place < most || chosen.get(name).has(value));
    among.hidden = all.length <= most;
    facet.querySelector("ul").replaceChildren(...first.map(([value, number]) => item(name, value, number)));
    const rest = whole.has(name) ? fitting.length - first.length : 0;
    facet.querySelector(".whole").hidden = whole.has(name);
    facet.querySelector(".rest").textContent = rest > 0 ? say.more.replace("{n}", rest.toLocaleString(document.documentElement.lang)) : "";
  };

  const show = (name, counts) => {
    const picked = chosen.get(name);
    const found = Object.entries(counts).filter(([value, number]) => number || picked.has(value));
    found.sort(name === "year" ? ([a], [b]) => a - b : ([a, m], [b, n]) => n - m || a.localeCompare(b));
    values.set(name, found);
    facets.get(name).hidden = found.length === 0;
    if (picked.size) facets.get(name).open = true;
    draw(name);
  };

  /* A facet of names consists of parts, told by the sum of a name's characters (modules/finding.xsl). Only the parts of the
     names chosen are fetched, until the reader opens the facet. */
  const divided = ["person", "place", "organisation"];
  const sum = (value) => [...value].reduce((all, character) => all + character.codePointAt(0), 0);
  const part = (name, value) => (divided.includes(name) ? name + (sum(value) % 32) : name);
  const parts = (name) => (divided.includes(name) ? Array.from({ length: 32 }, (_, place) => name + place) : [name]);
  const whole = new Set();

  const condition = (name, key) => {
    const picked = [...chosen.get(name)].filter((value) => part(name, value) === key);
    if (picked.length) return either.includes(name) ? { any: picked } : picked;
    return whole.has(name) ? { none: ["\u0000"] } : null; /* Excludes nothing: the file is fetched to be counted. */
  };

  window.facets = {
    form, names, chosen,
    /* What to search under. */
    filters: () => Object.fromEntries(names.flatMap((name) => parts(name).map((key) => [key, condition(name, key)])
      .filter(([, wanted]) => wanted))),
    show: (found) => {
      const focused = form.contains(document.activeElement) && document.activeElement;
      for (const name of names) {
        const counts = either.includes(name) ? found.totalFilters : found.filters;
        const all = Object.assign({}, ...parts(name).map((key) => counts[key] ?? {}));
        const known = Object.fromEntries(Object.entries(all).filter(([value]) => whole.has(name) || chosen.get(name).has(value)));
        if (whole.has(name) || chosen.get(name).size) show(name, known);
      }
      if (focused?.type === "checkbox") form.querySelector(`[name="${focused.name}"][value="${CSS.escape(focused.value)}"]`)?.focus();
    },
    /* The reader opens a facet: is there more of it to fetch? */
    open: (name) => !whole.has(name) && Boolean(whole.add(name)),
  };

  form.addEventListener("input", ({ target }) => {
    if (target.classList.contains("among")) draw(target.closest("details").dataset.facet);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
}
