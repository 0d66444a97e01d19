/* A drawing that is wider than the screen is first seen where most of it is: figure.drawing, whose marks are
   circles and rect.documents, rect.dates. */
"use strict";
for (const drawing of document.querySelectorAll("figure.drawing")) {
  const frame = drawing.getBoundingClientRect();
  let weight = 0, moment = 0;
  for (const mark of drawing.querySelectorAll("circle, rect.documents, rect.dates")) {
    const { left, width, height } = mark.getBoundingClientRect();
    weight += width * height;
    moment += width * height * (left + width / 2 - frame.left - frame.width / 2);
  }
  if (weight) drawing.scrollBy(moment / weight, 0);
}
