/* The search of all words. Contract: form.search with the address of Pagefind's index and the words for
   readers as data; .finding with .facets, which facets.js keeps, and .results; .browse, which is there without
   this script and whenever nothing is searched for. The address keeps query and facets. */
"use strict";
{
  const form = document.querySelector("form.search");
  const say = form.dataset;
  const input = form.elements.q;
  const state = form.querySelector(".state");
  const finding = document.querySelector(".finding");
  const { form: facets, names, chosen, filters, show: showFacets, open: openFacet } = window.facets;
  const list = finding.querySelector(".results");
  const more = finding.querySelector(".more");
  const browse = document.querySelector(".browse");
  const [documents, places, before, length] = [8, 4, 12, 40];
  const inline = /^(a|abbr|b|cite|del|em|i|ins|q|s|small|span|strong|sub|sup|time|u)$/;
  let latest = 0;
  let index = null;

  const create = (name, properties = {}, ...content) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...content);
    return element;
  };
  const counted = (words, number) => words.replace("{n}", number.toLocaleString(document.documentElement.lang));
  const bare = (word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");

  const load = () => {
    index ??= import(new URL(say.index, location.href)).then(async (pagefind) => {
      await pagefind.init();
      return pagefind;
    });
    return index;
  };

  /* ── a document found, and the places in it ──────────────────────────────────────────────────── */

  const wordsOf = (text) => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").split(text.includes("\u200B") ? "\u200B" : /\s+/);

  /* The places of the hits: each the block that they stand in, from its first word to the next block. */
  const placesOf = (data) => {
    const anchors = data.anchors.filter(({ id, element }) => id && !inline.test(element)).sort((a, b) => a.location - b.location);
    const found = new Map();
    for (const location of [...new Set(data.locations)].sort((a, b) => a - b)) {
      const here = anchors.findLast((anchor) => anchor.location <= location);
      const end = anchors.find((anchor) => anchor.location > location)?.location ?? Infinity;
      const key = here?.id ?? "";
      if (!found.has(key)) found.set(key, { id: key, from: here?.location ?? 0, end, hits: [] });
      found.get(key).hits.push(location);
    }
    return [...found.values()];
  };

  const saidBy = (data) => {
    const voices = JSON.parse(data.meta.voices ?? "{}");
    return new Set([...chosen.get("speaker")].flatMap((name) => (voices[name] ?? "").split(" ")));
  };

  const excerpt = (words, { from, end, hits }) => {
    const start = Math.max(from, hits[0] - before);
    const stop = Math.min(end, start + length, words.length);
    const parts = [];
    for (let at = start; at < stop; at += 1) parts.push(hits.includes(at) ? create("mark", {}, words[at]) : words[at], " ");
    return [start > from ? "… " : "", ...parts, stop < Math.min(end, words.length) ? "…" : ""];
  };

  const linkTo = (data, words, hits, id) => {
    const forms = new Set(hits.map((hit) => bare(words[hit] ?? "").toLowerCase()).filter(Boolean));
    const query = new URLSearchParams([...forms].slice(0, 8).map((form) => ["find", form]));
    return data.raw_url.replace(/^\//, "") + (forms.size ? `?${query}` : "") + (id ? `#${id}` : "");
  };

  /* A document in the list; nothing if those chosen as speakers do not say what is searched for. */
  const entry = (data) => {
    const words = wordsOf(data.raw_content);
    let found = placesOf(data);
    if (chosen.get("speaker").size && data.locations.length) {
      const said = saidBy(data);
      found = found.filter(({ id }) => said.has(id));
      if (!found.length) return null;
    }
    const telling = ({ hits }) => new Set(hits.map((hit) => bare(words[hit] ?? "").toLowerCase())).size;
    const shown = [...found].sort((a, b) => telling(b) - telling(a)).slice(0, places).sort((a, b) => a.from - b.from);
    const all = found.flatMap(({ hits }) => hits);
    const head = create("a", { href: linkTo(data, words, all, "") }, data.meta.title);
    const about = [data.meta.when, data.meta.genre].filter(Boolean).join(" · ");
    const lines = shown.map((place) => create("li", {},
      create("a", { href: linkTo(data, words, place.hits, place.id) }, ...excerpt(words, place))));
    const rest = found.length - shown.length;
    return create("li", {},
      create("h2", { className: "title" }, head),
      create("p", { className: "about" }, about),
      create("ul", { className: "hits" }, ...lines),
      rest > 0 ? create("p", { className: "rest" }, counted(say.places, rest)) : "");
  };

  /* ── searching ───────────────────────────────────────────────────────────────────────────────── */

  const search = async () => {
    const turn = (latest += 1);
    const query = input.value.trim();
    const picked = names.flatMap((name) => [...chosen.get(name)].map((value) => [name, value]));
    const asked = query !== "" || picked.length > 0;
    const address = new URLSearchParams([...(query ? [["q", query]] : []), ...picked]);
    history.replaceState(null, "", asked ? `?${address}` : location.pathname);
    finding.hidden = !asked;
    browse.hidden = asked;
    state.textContent = asked ? say.atWork : "";
    if (!asked) return;
    const pagefind = await load();
    const found = await pagefind.search(query || null, { filters: filters() });
    if (turn !== latest) return;
    showFacets(found);
    list.replaceChildren();
    const waiting = [...found.results];
    let number = waiting.length;
    const tell = () => { state.textContent = number ? counted(number === 1 ? say.one : say.many, number) : say.none; };
    const show = async () => {
      for (let shown = 0; shown < documents && waiting.length;) {
        const element = entry(await waiting.shift().data());
        if (turn !== latest) return;
        if (element) list.append(element);
        if (element) shown += 1;
        else number -= 1;
      }
      more.hidden = waiting.length === 0;
      tell();
    };
    more.onclick = show;
    await show();
  };

  const start = () => {
    for (const [name, value] of new URLSearchParams(location.search)) {
      if (name === "q") input.value = value;
      else chosen.get(name)?.add(value);
    }
    return search();
  };

  const attempt = (work) => work().catch((error) => {
    finding.hidden = true;
    browse.hidden = false;
    state.textContent = say.missing;
    console.warn(error);
  });

  if (location.protocol === "file:") {
    state.textContent = say.fromDisk;
    for (const control of form.elements) control.disabled = true;
  } else {
    let pause = 0;
    input.addEventListener("input", () => {
      clearTimeout(pause);
      pause = setTimeout(() => attempt(search), 250);
    });
    input.addEventListener("focus", () => load().catch(() => {}), { once: true });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      clearTimeout(pause);
      attempt(search);
    });
    facets.addEventListener("change", ({ target }) => {
      if (target.type !== "checkbox") return;
      chosen.get(target.name)[target.checked ? "add" : "delete"](target.value);
      attempt(search);
    });
    facets.addEventListener("click", ({ target }) => {
      const facet = target.closest("summary, .whole")?.closest("details");
      if (facet && openFacet(facet.dataset.facet)) attempt(search);
    });
    attempt(start);
  }
}
