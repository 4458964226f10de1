/** All elements that match, as an array. */
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
document.documentElement.classList.add("js");

/** One network at a time: of everything, of a period, or of a teller. */
for (const choice of all("#scope-by")) {
  const show = () => {
    for (const figure of all(".camps")) figure.classList.toggle("away", figure.id !== choice.value);
    document.getElementById("status").textContent = choice.selectedOptions[0]?.textContent ?? "";
  };
  choice.addEventListener("change", show);
  show();
}

/** What is linked to may lie in a folded part: it is unfolded. */
const unfold = () => {
  const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  for (let folded = target.closest("details:not([open])"); folded; folded = target.closest("details:not([open])")) {
    folded.open = true;
  }
  target.scrollIntoView();
};
addEventListener("hashchange", unfold);
unfold();
