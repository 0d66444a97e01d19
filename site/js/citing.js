/* Citing: the style that the reader chooses, remembered; buttons that copy; the passage named that the reader last
   linked to. Contract: section.citing with its words as data, a select of styles, a .way[data-style] each with a
   .citation that has .passage and .address (with what stands before and after them as data), pre in details. */
"use strict";
{
  const section = document.querySelector(".citing");
  const say = section.dataset;
  const status = document.querySelector(".announcement");
  const page = say.url || (location.protocol === "file:" ? "" : location.origin + location.pathname);
  const formats = [...section.querySelectorAll("pre")].map((pre) => ({ pre, text: pre.textContent }));
  const fill = (selector, words) => {
    for (const place of section.querySelectorAll(selector)) {
      place.textContent = words ? place.dataset.before + words + (place.dataset.after ?? "") : "";
    }
  };

  /* A paragraph is named by its number; any block by the end of the address. */
  const name = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    const block = id ? document.getElementById(id)?.closest(".text [id]") : null;
    if (id && !block) return; /* a note, a heading after the text: the passage stays as it was */
    const number = block?.querySelector(":scope > .permalink")?.dataset.mark;
    const url = page && (block ? `${page}#${id}` : page);
    fill(".passage", number ? say.paragraph.replace("{n}", number) : "");
    fill(".address", url);
    if (page) for (const { pre, text } of formats) pre.textContent = say.url ? text.replaceAll(say.url, url) : text;
  };

  const choice = section.querySelector("select");
  const show = () => {
    for (const way of section.querySelectorAll(".way")) way.classList.toggle("chosen", way.dataset.style === choice.value);
  };
  choice.value = document.documentElement.dataset.citation ?? "";
  if (choice.selectedIndex < 0) choice.selectedIndex = 0;
  choice.addEventListener("change", () => {
    window.remember("page", { citation: choice.value });
    show();
  });
  show();

  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      return;
    }
    status.textContent = say.copied;
    setTimeout(() => { status.textContent = ""; }, 2500);
  };

  const button = (after, text) => {
    const element = document.createElement("button");
    element.type = "button";
    element.textContent = say.copy;
    element.addEventListener("click", () => copy(text()));
    after.after(element);
  };

  if (navigator.clipboard) {
    for (const citation of section.querySelectorAll(".citation")) button(citation, () => citation.textContent.trim());
    for (const { pre } of formats) button(pre, () => pre.textContent);
  }
  window.addEventListener("hashchange", name);
  name();
}
