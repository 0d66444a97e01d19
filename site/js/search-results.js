/* A document found, as an entry of the list: its title, and the places of the hits in context, each a link that leads
   there. Contract: words for readers as data of form.search. search.js uses `window.results.entry()`; `asked` is what
   search-query.js read of a query. */
"use strict";
{
  const say = document.querySelector("form.search").dataset;
  const [places, before, length, longest] = [4, 12, 40, 80];
  const inline = /^(a|abbr|b|cite|del|em|i|ins|q|s|small|span|strong|sub|sup|time|u)$/;

  const create = (name, properties = {}, ...content) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...content);
    return element;
  };
  const counted = (words, number) => words.replace("{n}", number.toLocaleString(document.documentElement.lang));
  const bare = (word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
  const wordsOf = (text) => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").split(text.includes("\u200B") ? "\u200B" : /\s+/);

  /* What stands between two words of a text: nothing between Han characters, which are each a word in the index. */
  const gap = (one, other = "") => (/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]\P{L}*$/u.test(one)
    && /^\P{L}*[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(other) ? "" : " ");
  const joined = (words) => words.reduce((text, word, at) => text + word + (at < words.length - 1 ? gap(word, words[at + 1]) : ""), "");

  /* The places of the hits: each the block that they stand in, from its first word to the next block. */
  const placesOf = (data, locations) => {
    const anchors = data.anchors.filter(({ id, element }) => id && !inline.test(element)).sort((a, b) => a.location - b.location);
    const found = new Map();
    for (const location of [...new Set(locations)].sort((a, b) => a - b)) {
      const here = anchors.findLast((anchor) => anchor.location <= location);
      const end = anchors.find((anchor) => anchor.location > location)?.location ?? Infinity;
      const key = here?.id ?? "";
      if (!found.has(key)) found.set(key, { id: key, from: here?.location ?? 0, end, hits: [] });
      found.get(key).hits.push(location);
    }
    return [...found.values()];
  };

  /* A place with the hit from which on it is worth most, and how much. */
  const judged = (place, worth) => {
    const from = place.hits.map((hit, at) => [worth(place.hits.slice(at).filter((other) => other < hit + length - before)), hit]);
    const [value, first] = from.reduce((best, other) => (other[0] > best[0] ? other : best));
    return { ...place, value, first };
  };

  const excerpt = (words, { from, end, hits, first }) => {
    const start = Math.max(from, first - before);
    const stop = Math.min(end, start + length, words.length);
    const parts = [];
    for (let at = start; at < stop; at += 1) {
      const word = words[at].replace(/(?<=\p{L})'(?=\p{L})/gu, "’"); /* The index has it straight. */
      parts.push(hits.includes(at) ? create("mark", {}, word) : word, gap(words[at], words[at + 1]));
    }
    return [start > from ? "… " : "", ...parts, stop < Math.min(end, words.length) ? "…" : ""];
  };

  /* Hits side by side are looked for as one in the page, where a phrase is asked for; others each for itself. */
  const formsOf = (words, hits, asked) => {
    const runs = [];
    for (const hit of hits) {
      if (asked.phrases.length && runs.at(-1)?.at(-1) === hit - 1 && runs.at(-1).length < longest) runs.at(-1).push(hit);
      else runs.push([hit]);
    }
    return new Set(runs.map((run) => bare(joined(run.map((hit) => words[hit] ?? ""))).toLowerCase()).filter(Boolean));
  };

  const linkTo = (data, forms, id) => {
    const query = new URLSearchParams([...forms].slice(0, 8).map((form) => ["find", form]));
    return data.raw_url.replace(/^\//, "") + (forms.size ? `?${query}` : "") + (id ? `#${id}` : "");
  };

  /* Where those speak who are chosen as speakers: anchors. */
  const saidBy = (data, speakers) => {
    const voices = JSON.parse(data.meta.voices ?? "{}");
    return new Set(speakers.flatMap((name) => (voices[name] ?? "").split(" ")));
  };

  /* What hits are worth together: different words count most; then words side by side, words just as they are asked for,
     and words that are rare in the document. */
  const measure = (words, all, asked) => {
    const meant = new Map(all.map((hit) => [hit, asked.meant(words[hit] ?? "")]));
    const times = new Map();
    for (const [word] of meant.values()) times.set(word, (times.get(word) ?? 0) + 1);
    return (hits) => {
      const best = new Map();
      for (const hit of hits) {
        const [word, exact] = meant.get(hit);
        const beside = meant.has(hit - 1) && meant.get(hit - 1)[0] !== word;
        best.set(word, Math.max(best.get(word) ?? 0, 1 + 0.5 * beside + 0.3 * exact + 0.6 / times.get(word)));
      }
      return [...best.values()].reduce((sum, value) => sum + value, 0);
    };
  };

  window.results = {
    create, counted,
    /* Words that a document lacks, whatever the index says. */
    lacking: (data, asked) => asked.lacking(data.locations, wordsOf(data.raw_content)),
    /* The entry; nothing if the document lacks what is asked for, or the speakers chosen do not say it. */
    entry: (data, asked, speakers) => {
      const words = wordsOf(data.raw_content);
      let found = placesOf(data, asked.hits(data.locations, words));
      if (speakers.length && asked.words.length) {
        const said = saidBy(data, speakers);
        found = found.filter(({ id }) => said.has(id));
      }
      if (asked.words.length && !found.length) return null;
      const all = found.flatMap(({ hits }) => hits);
      const worth = measure(words, all, asked);
      const shown = found.map((place) => judged(place, worth)).sort((a, b) => b.value - a.value).slice(0, places);
      const about = [data.meta.when, data.meta.genre].filter(Boolean).join(" · ");
      const lines = shown.map((place) => create("li", {},
        create("a", { href: linkTo(data, formsOf(words, place.hits, asked), place.id) }, ...excerpt(words, place))));
      const rest = found.length - shown.length;
      return create("li", {},
        create("h2", { className: "title" }, create("a", { href: linkTo(data, formsOf(words, all, asked), "") }, data.meta.title)),
        create("p", { className: "about" }, about),
        create("ul", { className: "hits" }, ...lines),
        rest > 0 ? create("p", { className: "rest" }, counted(say.places, rest)) : "");
    },
  };
}
