/* Reading aids are folded before the text, and open beside it where there is room: details.aids. The style
   sheet shows them there without this too; it tells a screen reader that they are open. */
"use strict";
{
  const aids = document.querySelector("details.aids");
  const beside = matchMedia("(min-width: 76rem)");
  const fit = () => { aids.open = beside.matches; };
  beside.addEventListener("change", fit);
  fit();
}
