/* The search of all words. Contract: form.search with the address of Pagefind's index and the words for
   readers as data; .finding with .facets, which facets.js keeps, .advice and .results; .browse, which is there
   without this script and whenever nothing is searched for. query.js reads the query, results.js makes the entries.
   The address keeps query and facets; the history, how far the reader had come. */
"use strict";
{
  const form = document.querySelector("form.search");
  const say = form.dataset;
  const input = form.elements.q;
  const state = form.querySelector(".state");
  const finding = document.querySelector(".finding");
  const { form: facets, names, chosen, filters, show: showFacets, open: openFacet } = window.facets;
  const { create, counted, entry } = window.results;
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

  /* Documents for as many entries as are shown at once. */
  const show = async (waiting, asked, turn) => {
    const speakers = [...chosen.get("speaker")];
    const start = list.children.length;
    let [missed, read] = [0, 0];
    const goesOn = () => list.children.length - start < documents && read < characters && missed < passed && waiting.length;
    while (goesOn()) {
      const found = await Promise.all(waiting.splice(0, 2).map((result) => result.data()));
      if (turn !== latest) return 0;
      const entries = found.map((data) => entry(data, asked, speakers)).filter(Boolean);
      list.append(...entries);
      missed += found.length - entries.length;
      read += found.reduce((sum, { raw_content: text }) => sum + text.length, 0);
    }
    return missed;
  };

  /* What else to search for: each word alone, the words of phrases apart, all documents. */
  const advise = async (pagefind, asked, query, picked, turn) => {
    const link = (words, values, ...content) => create("a", {
      href: `?${new URLSearchParams([...(words ? [["q", words]] : []), ...values])}` }, ...content);
    const lines = [];
    const words = asked.words.length > 1 ? asked.words : [];
    for (const word of words) {
      const { results } = await pagefind.search(word, { filters: filters() });
      const number = results.filter((result) => result.words.length).length;
      lines.push([number ? link(word, picked, word) : word, ` · ${number ? tellOf(number) : say.none}`]);
    }
    if (asked.phrases.length) lines.push([link(asked.words.join(" "), picked, say.apart)]);
    if (picked.length) lines.push([link(query, [], say.anywhere)]);
    if (turn === latest) advice.replaceChildren(...lines.map((line) => create("li", {}, ...line)));
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
    const found = await pagefind.search(asked.words.join(" ") || null, { filters: filters() });
    if (turn !== latest) return;
    showFacets(found);
    list.replaceChildren();
    advice.replaceChildren();
    const waiting = found.results.filter(({ words }) => !asked.words.length || (words.length && asked.fits(words)));
    let number = waiting.length;
    const go = async () => {
      number -= await show(waiting, asked, turn);
      if (turn !== latest) return;
      const sure = !waiting.length || (asked.sure && !(chosen.get("speaker").size && asked.words.length));
      more.hidden = waiting.length === 0;
      state.textContent = number ? tellOf(number, sure) : say.none;
    };
    more.onclick = go;
    await go();
    if (turn === latest && !number) await advise(pagefind, asked, query, picked, turn);
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
