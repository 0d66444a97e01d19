/* The facets that narrow a search: which values are chosen, and what each facet shows. Contract: .facets with a
   details[data-facet] each, which says how many values it has and holds .among, a box to find a value in, and a list; the
   words for readers as data of form.search. search.js uses `window.facets`, asks `filters()` what to search under, and has
   `show()` draw the counts.
   In the index a facet consists of parts, told by the sum of a value's characters (modules/finding.xsl), and of a list of
   its commonest values (publish/search_index.py). Of a facet that is shut only the parts of the values chosen are
   fetched; the list when the reader opens it; all parts when she asks for all values. */
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
    among.hidden = all.length <= most && !lacking.has(name);
    facet.querySelector("ul").replaceChildren(...first.map(([value, number]) => item(name, value, number)));
    const rest = fitting.length - first.length;
    facet.querySelector(".whole").hidden = fetched.get(name) === "all" || !lacking.has(name);
    facet.querySelector(".rest").textContent = rest > 0 ? say.more.replace("{n}", rest.toLocaleString(document.documentElement.lang)) : "";
  };

  const show = (name, counts) => {
    const picked = chosen.get(name);
    const found = Object.entries(counts).filter(([value, number]) => number || picked.has(value));
    if (Object.keys(counts).length < facets.get(name).dataset.values) lacking.add(name);
    else lacking.delete(name);
    found.sort(name === "year" ? ([a], [b]) => a - b : ([a, m], [b, n]) => n - m || a.localeCompare(b));
    values.set(name, found);
    facets.get(name).hidden = found.length === 0 && !lacking.has(name);
    if (picked.size) facets.get(name).open = true;
    draw(name);
  };

  const sum = (value) => [...value].reduce((all, character) => all + character.codePointAt(0), 0);
  const part = (name, value) => name + (sum(value) % 32);
  const parts = (name) => Array.from({ length: 32 }, (_, place) => name + place);
  const fetched = new Map(); /* By the name of a facet: "common" or "all" of its values. */
  const lacking = new Set(); /* Facets that have more values than were fetched. */

  const condition = (name) => {
    const picked = [...chosen.get(name)];
    if (either.includes(name)) return picked.length ? [{ any: picked.map((value) => ({ [part(name, value)]: value })) }] : [];
    return picked.map((value) => ({ [part(name, value)]: value }));
  };

  /* A condition that all documents meet; its files are fetched to be counted. */
  const looked = (name) => {
    const keys = { all: parts(name), common: [name] }[fetched.get(name)] ?? [];
    return keys.length ? [{ any: [name, ...keys].map((key) => ({ [key]: { none: ["\u0000"] } })) }] : [];
  };

  window.facets = {
    form, names, chosen,
    /* What to search under. */
    filters: () => {
      const all = names.flatMap((name) => [...condition(name), ...looked(name)]);
      return all.length ? { all } : {};
    },
    show: (found) => {
      const focused = form.contains(document.activeElement) && document.activeElement;
      for (const name of names) {
        const counts = either.includes(name) ? found.totalFilters : found.filters;
        const keys = fetched.has(name) ? [name, ...parts(name)] : parts(name);
        const all = Object.assign({}, ...keys.map((key) => counts[key] ?? {}));
        const known = Object.fromEntries(Object.entries(all).filter(([value]) => fetched.has(name) || chosen.get(name).has(value)));
        if (fetched.has(name) || chosen.get(name).size) show(name, known);
      }
      if (focused?.type === "checkbox") form.querySelector(`[name="${focused.name}"][value="${CSS.escape(focused.value)}"]`)?.focus();
    },
    /* The reader opens a facet: is there more of it to fetch? */
    open: (name, all) => {
      const wanted = all || fetched.get(name) === "all" ? "all" : "common";
      return fetched.get(name) !== wanted && Boolean(fetched.set(name, wanted));
    },
  };

  form.addEventListener("input", ({ target }) => {
    if (!target.classList.contains("among")) return;
    const facet = target.closest("details");
    const whole = facet.querySelector(".whole");
    if (target.value && !whole.hidden) whole.click();
    draw(facet.dataset.facet);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
}
