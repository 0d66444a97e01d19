/* Citing: buttons that copy a citation, and the passage named in it that the reader last linked to.
   Contract: section.citing with its words as data, .citation with .passage and .address, pre in details. */
"use strict";
{
  const section = document.querySelector(".citing");
  const say = section.dataset;
  const status = document.querySelector(".announcement");
  const passage = section.querySelector(".passage");
  const address = section.querySelector(".address");
  const page = say.url || (location.protocol === "file:" ? "" : location.origin + location.pathname);
  const formats = [...section.querySelectorAll("pre")].map((pre) => ({ pre, text: pre.textContent }));

  /* A paragraph is named by its number; any block by the end of the address. */
  const name = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    const block = id ? document.getElementById(id)?.closest(".text [id]") : null;
    if (id && !block) return; /* a note, a heading after the text: the passage stays as it was */
    const number = block?.querySelector(":scope > .permalink")?.dataset.mark;
    const url = page && (block ? `${page}#${id}` : page);
    passage.textContent = number ? `, ${say.paragraph.replace("{n}", number)}` : "";
    address.textContent = url ? `, ${url}` : "";
    if (page) for (const { pre, text } of formats) pre.textContent = say.url ? text.replaceAll(say.url, url) : text;
  };

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
    const citation = section.querySelector(".citation");
    button(citation, () => citation.textContent.trim());
    for (const { pre } of formats) button(pre, () => pre.textContent);
  }
  window.addEventListener("hashchange", name);
  name();
}
