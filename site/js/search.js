/* The search of all words. Contract: form.search with the address of Pagefind's index and the words for
   readers as data; .finding with .facets, which facets.js keeps, .advice and .results; .browse, which is there
   without this script and whenever nothing is searched for. search-query.js reads the query, search-results.js makes the entries.
   The address keeps query and facets; the history, how far the reader had come. */
"use strict";
{
  const form = document.querySelector("form.search");
  const say = form.dataset;
  const input = form.elements.q;
  const state = form.querySelector(".state");
  const finding = document.querySelector(".finding");
  const { form: facets, names, chosen, filters, show: showFacets, open: openFacet } = window.facets;
  const { create, counted, entry, lacking } = window.results;
  const list = finding.querySelector(".results");
  const advice = finding.querySelector(".advice");
  const more = finding.querySelector(".more");
  const browse = document.querySelector(".browse");
  /* Entries are shown until there are so many documents, or so many characters of them came; documents that prove to
     lack what is asked for are passed over, as many as that. */
  const [documents, characters, passed] = [8, 120000, 24];
  let latest = 0;
  let loading = null;

  /* Pagefind, and which words its index does not tell apart. The index is small enough to be searched on the page. */
  const load = () => {
    const folder = new URL(say.index, location.href);
    loading ??= Promise.all([
      import(folder).then(async (pagefind) => {
        await pagefind.options({ noWorker: true });
        await pagefind.init();
        return pagefind;
      }),
      fetch(new URL("often.json", folder)).then((answer) => answer.json()),
    ]);
    return loading;
  };

  /* What the index finds, the documents first in which the words stand together. */
  const find = async (pagefind, asked) => {
    const under = { filters: filters() };
    const found = await pagefind.search(asked.words.join(" ") || null, under);
    if (!asked.words.length) return [found, found.results];
    const fitting = found.results.filter(({ words }) => words.length && asked.fits(words));
    const known = new Set(fitting.map(({ id }) => id));
    const others = asked.joined ? (await pagefind.search(asked.joined.join(" "), under)).results : [];
    const all = [...fitting, ...others.filter(({ id, words }) => words.length && !known.has(id))];
    const nearness = new Map(all.map((result) => [result, asked.nearness(result.words)]));
    return [found, all.sort((a, b) => nearness.get(b) - nearness.get(a))];
  };

  const speaking = () => [...(chosen.get("speaker") ?? [])]; /* Not every edition has speakers. */

  /* Documents for as many entries as are shown at once. Should the first lack words, which no document may, all do. */
  const show = async (waiting, asked, turn) => {
    const speakers = speaking();
    const start = list.children.length;
    let [missed, read] = [0, 0];
    const goesOn = () => list.children.length - start < documents && read < characters && missed < passed && waiting.length;
    while (goesOn()) {
      const found = await Promise.all(waiting.splice(0, 2).map((result) => result.data()));
      if (turn !== latest) return 0;
      const entries = found.map((data) => entry(data, asked, speakers)).filter(Boolean);
      list.append(...entries);
      missed += found.length - entries.length;
      if (!list.children.length && found.every((data) => lacking(data, asked).length)) missed += waiting.splice(0).length;
      read += found.reduce((sum, { raw_content: text }) => sum + text.length, 0);
    }
    return missed;
  };

  /* The names of which the query is a form, or begins one (publish/search_names.py): to their pages, to their documents. */
  const named = async (query) => {
    const form = window.query.fold(query);
    if (form.length < 2) return [];
    const file = [...form].slice(0, 2).reduce((sum, letter) => sum + letter.codePointAt(0), 0) % 32;
    const forms = await (await fetch(new URL(`names/${file}.json`, new URL(say.index, location.href)))).json();
    const found = Object.keys(forms).filter((other) => other.startsWith(form)).sort((a, b) => a.length - b.length);
    const names = [...new Map(found.flatMap((other) => forms[other]).map((name) => [name[1], name])).values()].slice(0, 5);
    return names.map(([label, path]) => [create("a", { href: path }, label), " · ",
      create("a", { href: `?${new URLSearchParams([[path.split("/")[0].replace(/s$/, ""), label]])}` }, say.named)]);
  };

  /* What else to search for: each word alone, the words of phrases apart, all documents. */
  const advise = async (pagefind, asked, query, typed, picked) => {
    const link = (words, values, ...content) => create("a", {
      href: `?${new URLSearchParams([...(words ? [["q", words]] : []), ...values])}` }, ...content);
    const lines = [];
    for (const word of typed.length > 1 ? new Set(typed) : []) {
      const alone = window.query.read(word, { everywhere: [], often: [] });
      const [, results] = await find(pagefind, alone);
      const number = results.length && entry(await results[0].data(), alone, []) ? results.length : 0;
      lines.push([number ? link(word, picked, word) : word, ` · ${number ? tellOf(number) : say.none}`]);
    }
    if (asked.quoted) lines.push([link(asked.words.join(" "), picked, say.apart)]);
    if (picked.length) lines.push([link(query, [], say.anywhere)]);
    return lines;
  };

  const tellOf = (number, sure = true) => counted(sure ? (number === 1 ? say.one : say.many) : say.most, number);

  const search = async () => {
    const turn = (latest += 1);
    const query = input.value.trim();
    const picked = names.flatMap((name) => [...chosen.get(name)].map((value) => [name, value]));
    const wanted = query !== "" || picked.length > 0;
    const address = new URLSearchParams([...(query ? [["q", query]] : []), ...picked]);
    history.replaceState(null, "", wanted ? `?${address}` : location.pathname);
    finding.hidden = !wanted;
    browse.hidden = wanted;
    state.textContent = wanted ? say.atWork : "";
    if (!wanted) return;
    const [pagefind, often] = await load();
    const asked = window.query.read(query, often);
    const [found, waiting] = await find(pagefind, asked);
    if (turn !== latest) return;
    showFacets(found);
    list.replaceChildren();
    advice.replaceChildren();
    let number = waiting.length;
    let sure = asked.sure && !(speaking().length && asked.words.length);
    const go = async () => {
      const missed = await show(waiting, asked, turn);
      if (turn !== latest) return;
      number -= missed;
      sure = !waiting.length || (sure && !missed);
      more.hidden = waiting.length === 0;
      state.textContent = number ? tellOf(number, sure) : say.none;
      facets.hidden = !number && !picked.length;
    };
    more.onclick = go;
    await go();
    const typed = query.split(/[\s"“”„«»]+/).filter(window.query.fold);
    const forms = !number || (typed.length > 1 && typed.every((word) => /^[\p{Lu}\p{Lo}]/u.test(word))) ? await named(query) : [];
    const lines = [...forms, ...(number ? [] : await advise(pagefind, asked, query, typed, picked))];
    if (turn === latest) advice.replaceChildren(...lines.map((line) => create("li", {}, ...line)));
    return go;
  };

  /* The search that the address tells of, as far as the reader had come. */
  const start = async () => {
    const { shown, top } = history.state ?? {};
    for (const [name, value] of new URLSearchParams(location.search)) {
      if (name === "q") input.value = value;
      else chosen.get(name)?.add(value);
    }
    const go = await search();
    while (go && list.children.length < shown && !more.hidden) await go();
    if (top) scrollTo(0, top);
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
      if (facet && openFacet(facet.dataset.facet, target.matches(".whole"))) attempt(search);
    });
    addEventListener("pagehide", () => history.replaceState({ shown: list.children.length, top: scrollY }, ""));
    attempt(start);
  }
}
