/* Following one voice: a name under "Who speaks" leads to its first turn and marks all of its turns;
   the same name again takes the marks away. Contract: a[data-voice] in .speakers, .sp[data-voice]. */
"use strict";
{
  const voices = [...document.querySelectorAll(".speakers a[data-voice]")];
  const turns = [...document.querySelectorAll(".sp[data-voice]")];

  const follow = (voice) => {
    for (const turn of turns) turn.classList.toggle("heard", turn.dataset.voice === voice);
    for (const link of voices) {
      if (link.dataset.voice === voice) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  };

  for (const link of voices) {
    link.addEventListener("click", (event) => {
      const followed = link.hasAttribute("aria-current");
      follow(followed ? null : link.dataset.voice);
      if (followed) event.preventDefault();
    });
  }
}
