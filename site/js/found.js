/* The words searched for, marked in the document that was found: ?find=WORD in the page's address, one for
   each form of a word. Contract: .document with .head, .text and .notes; marks are mark.found. */
"use strict";
{
  const words = new URLSearchParams(location.search).getAll("find").filter((word) => /[\p{L}\p{N}]/u.test(word));

  const textsOf = (part) => {
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    return texts;
  };

  const mark = (text, pattern) => {
    const found = [...text.data.matchAll(pattern)].reverse();
    for (const { index, 0: { length } } of found) {
      const rest = text.splitText(index);
      rest.splitText(length);
      const element = document.createElement("mark");
      element.className = "found";
      rest.replaceWith(element);
      element.append(rest);
    }
  };

  if (words.length) {
    const escaped = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join("|")})(?![\\p{L}\\p{N}])`, "giu");
    for (const part of document.querySelectorAll(".document > .head, .document > .text, .document > .notes")) {
      for (const text of textsOf(part)) mark(text, pattern);
    }
  }
}
