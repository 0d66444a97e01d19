/* A paragraph's link, followed, is also copied. The words are the page's own: .announcement[data-copied]. */
"use strict";
{
  const status = document.querySelector(".announcement");

  document.addEventListener("click", async (event) => {
    const link = event.target.closest?.("a.permalink");
    if (!link || !navigator.clipboard) return;
    try {
      await navigator.clipboard.writeText(link.href);
    } catch {
      return;
    }
    status.textContent = status.dataset.copied;
    setTimeout(() => { status.textContent = ""; }, 2500);
  });
}
