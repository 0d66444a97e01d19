// Keys for the review page: j and k go from question to question, a accepts, r rejects. Without this script every
// button works as well. Keys that are typed into a field are left alone.
addEventListener("keydown", (event) => {
  const typing = event.target.matches("input:not([type=radio], [type=checkbox])");
  if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
  const questions = [...document.querySelectorAll(".question")];
  const at = questions.findIndex((question) => question.contains(document.activeElement));
  const go = { j: at + 1, k: at - 1 }[event.key];
  if (go !== undefined) {
    const next = questions[Math.max(0, Math.min(go, questions.length - 1))];
    next?.querySelector(".verdict button").focus();
    next?.scrollIntoView({ block: "nearest" });
  }
  const verdict = { a: "accept", r: "reject" }[event.key];
  const question = questions[Math.max(0, at)];
  if (verdict) question?.querySelector(`button[value=${verdict}]`)?.click();
});
