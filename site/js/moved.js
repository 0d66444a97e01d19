/* At a document's former address: leads on to the same place of the document. Without this script the page
   itself leads on, to the document's beginning. Contract: link[rel=canonical], whose last part is the page. */
"use strict";
{
  const page = document.querySelector("link[rel=canonical]").getAttribute("href").split("/").pop();
  location.replace(page + location.search + location.hash);
}
