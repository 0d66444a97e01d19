/* The words searched for, marked in the document that was found: ?find=WORDS in the page's address, one for each form
   of a word or phrase. Contract: .document with .head, .text and .notes; marks are mark.found, several where a phrase
   goes on in another element. */
"use strict";
{
  const words = new URLSearchParams(location.search).getAll("find").filter((word) => /[\p{L}\p{N}]/u.test(word));
  const block = "p, li, h1, h2, h3, h4, h5, h6, td, th, dd, dt, figcaption, blockquote, div, section, header";
  const between = "sup.mark, .notes a.mark, .permalink, .fw, .pb, .cb, .gb, script, style";

  /* The pieces of text of a part, as one text: [node, where it begins] each. */
  const readOf = (part) => {
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    const pieces = [];
    let text = "";
    let within = null;
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.parentElement.closest(between)) continue;
      const now = node.parentElement.closest(block);
      if (now !== within) text += "\n";
      within = now;
      pieces.push([node, text.length]);
      text += node.data;
    }
    return { text, pieces };
  };

  /* Mark what of a piece of text lies in these stretches, the last first. */
  const mark = ([node, begin], stretches) => {
    const inside = stretches.map(([from, to]) => [Math.max(from - begin, 0), Math.min(to - begin, node.data.length)])
      .filter(([from, to]) => from < to).reverse();
    for (const [from, to] of inside) {
      const rest = node.splitText(from);
      rest.splitText(to - from);
      const element = document.createElement("mark");
      element.className = "found";
      rest.replaceWith(element);
      element.append(rest);
    }
  };

  if (words.length) {
    /* Han characters and kana stand in no spaces. */
    const bound = (word, [before, after]) => {
      const [first, last] = [before, after].map((end, at) => (/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(word.at(-at)) ? "" : end));
      return first + word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/['’]/g, "['’]").replace(/\s+/g, "\\s+") + last;
    };
    const bounded = words.map((word) => bound(word.trim(), ["(?<![\\p{L}\\p{N}])", "(?![\\p{L}\\p{N}])"]));
    const pattern = new RegExp(bounded.join("|"), "giu");
    for (const part of document.querySelectorAll(".document > .head, .document > .text, .document > .notes")) {
      const { text, pieces } = readOf(part);
      const stretches = [...text.matchAll(pattern)].map(({ index, 0: { length } }) => [index, index + length]);
      if (stretches.length) pieces.forEach((piece) => mark(piece, stretches));
    }
    /* The reader lands on a block; should it be a long one, on the words in it. */
    addEventListener("load", () => {
      const block = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      const first = block?.querySelector("mark.found");
      if (first && first.getBoundingClientRect().bottom > innerHeight) first.scrollIntoView({ block: "center" });
    });
  }
}
