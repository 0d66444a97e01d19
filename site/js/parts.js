/* On the first page of a text that has several: a link to a place that another page holds leads on to it.
   Contract: this script's data-places names a script that lists the pages (globalThis.places): of each its
   path, the ids it has, and how many numbered blocks (p12, h3) stand before it. */
"use strict";
{
  const script = document.currentScript;

  const page = (anchor) => {
    const own = globalThis.places.find(({ ids }) => ids.includes(anchor));
    const [, letter, number] = /^([phisnl])(\d+)-?$/.exec(anchor) ?? [];
    return own ?? (letter && globalThis.places.findLast(({ before }) => before[letter] < Number(number)));
  };

  const lead = () => {
    const anchor = decodeURIComponent(location.hash.slice(1)).replace(/\.mark$/, "");
    if (!anchor || document.getElementById(anchor)) return;
    const list = document.createElement("script");
    list.src = script.dataset.places;
    list.addEventListener("load", () => {
      const found = page(anchor);
      const up = script.dataset.places.replace(/[^/]+\/places\.js$/, "");
      if (found) location.replace(up + found.page.split("/").map(encodeURIComponent).join("/") + location.hash);
    });
    document.head.append(list);
  };

  addEventListener("hashchange", lead);
  lead();
}
