/** All elements that match, as an array. */
const all = (selector, within = document) => [...within.querySelectorAll(selector)];

/** What the page carries for programs; read only when it is first asked for. */
let carried;
const data = () => (carried ??= JSON.parse(document.getElementById("data").textContent));

/** A claim of the data and its account, by its name in the page: `d0-c3`. */
const claimOf = (anchor) => {
  const [, document_, id] = /^d(\d+)-(.+)$/.exec(anchor);
  const account = data()[Number(document_)];
  return { account, claim: account.claims.find((claim) => claim.id === id) };
};

/** Tells a screen reader what has just happened. */
const tell = (words) => {
  document.getElementById("status").textContent = words;
};

document.documentElement.classList.add("js");
