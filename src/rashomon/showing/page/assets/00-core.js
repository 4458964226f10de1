/** All elements that match, as an array. */
const all = (selector, within = document) => [...within.querySelectorAll(selector)];

/** What the page carries for programs; read only when it is first asked for. */
let carried;
const data = () => (carried ??= JSON.parse(document.getElementById("data").textContent));

/** Tells a screen reader what has just happened. */
const tell = (words) => {
  document.getElementById("status").textContent = words;
};

document.documentElement.classList.add("js");
