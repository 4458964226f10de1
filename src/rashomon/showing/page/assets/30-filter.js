/** Filters and search over all texts. Nothing is touched that does not change. */
if (texts) {
  const { section, claims, owners } = texts;
  const key = document.getElementById("key");
  const form = key.querySelector("form");
  const find = document.getElementById("find");
  const clearing = document.getElementById("clear");
  const opener = document.getElementById("to-key");
  const narrow = matchMedia("(max-width: 60rem)");
  if (narrow.matches) key.open = false;

  /** How many of the claims of a line, a group of claims or an account are shown. */
  const counts = new Map();
  for (const [part, members] of owners) counts.set(part, members.length);
  for (const claim of claims) {
    claim.groups = [claim.account];
    for (let group = claim.card.closest(".voice"); group; group = group.parentElement.closest(".voice")) claim.groups.push(group);
    for (const group of claim.groups) counts.set(group, (counts.get(group) ?? 0) + 1);
  }

  const setShown = (claim, shown, touched) => {
    claim.shown = shown;
    claim.card.hidden = claim.note.hidden = !shown;
    for (const element of [...claim.parts, ...claim.groups]) {
      counts.set(element, counts.get(element) + (shown ? 1 : -1));
      touched.add(element);
    }
  };

  const settle = (element) => {
    const count = counts.get(element);
    if (owners.has(element)) {
      element.classList.toggle("off", !count);
    } else if (element.matches(".voice")) {
      element.hidden = !count;
      element.querySelector(".voice-shown").textContent = count;
    } else {
      element.querySelector(".none-shown").hidden = count > 0;
    }
  };

  const wanted = () => {
    const values = new FormData(form);
    const [kinds, levels] = [new Set(values.getAll("kind")), new Set(values.getAll("level"))];
    const [voice, actor, place, type] = ["voice", "actors", "places", "type"].map((name) => values.get(name));
    const least = Number(values.get("sure"));
    return (claim) =>
      kinds.has(claim.kind) && levels.has(claim.level) && (!voice || claim.voice === voice) &&
      (!type || claim.type === type) && (!least || claim.sure >= least) && (!actor || claim.actors.includes(actor)) && (!place || claim.places.includes(place));
  };

  const filter = () => {
    const fits = wanted();
    const touched = new Set();
    for (const claim of claims) {
      const shown = fits(claim);
      if (shown !== claim.shown) setShown(claim, shown, touched);
    }
    touched.forEach(settle);
    let set = 0;
    for (const select of all("select", form)) {
      select.classList.toggle("set", select.value !== "");
      set += select.value !== "";
    }
    set += all("input", form).filter((box) => !box.checked).length;
    const shown = claims.filter((claim) => claim.shown).length;
    document.getElementById("shown-count").textContent = shown;
    clearing.hidden = !set && !find.value;
    if (texts.chosen().some((claim) => !claim.shown)) texts.clear();
    if (touched.size) tell(`${shown} of ${claims.length} claims shown`);
  };
  form.addEventListener("change", () => {
    filter();
    search();
  });
  form.addEventListener("submit", (event) => event.preventDefault());

  /* Search: hits in the texts, and claims that name what was looked for in other words than their quote's. */
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[’‘]/g, "'").replace(/[“”]/g, '"').toLowerCase();

  /** The words of one account as one folded text; `nodes` and `at` lead from a character of it back to the page. */
  const wordsOf = (account) => {
    const walker = document.createTreeWalker(account.querySelector(".account-words"), NodeFilter.SHOW_TEXT, (node) =>
      node.parentElement.closest(".note, [hidden]") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
    const [nodes, at] = [[], []];
    let folded = "";
    let paragraph = null;
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const own = node.parentElement.closest("p");
      if (paragraph && own !== paragraph) {
        folded += "\n";
        nodes.push(node);
        at.push(0);
      }
      paragraph = own;
      for (let offset = 0; offset < node.length; offset += 1) {
        const character = node.data[offset];
        const plain = character < "\x7f" ? (/\s/.test(character) ? " " : character.toLowerCase()) : fold(character);
        for (const piece of plain) {
          folded += piece;
          nodes.push(node);
          at.push(offset);
        }
      }
    }
    return { folded, nodes, at };
  };

  let index = null;
  const searched = () =>
    (index ??= all(".account", section).map((account) => ({
      words: wordsOf(account),
      claims: claims.filter((claim) => claim.account === account).map((claim) => {
        const named = [".card-line", ".card-told", ".card-facts"].map((part) => claim.card.querySelector(part).textContent);
        return { claim, named: fold(named.join("\n")), words: fold(claim.card.querySelector(".card-words").textContent) };
      }),
    })));

  const MOST = 5000;
  let hits = [];
  let hit = -1;
  let sought = "";

  const paint = (name, ranges) => {
    if (!globalThis.CSS?.highlights) return;
    const highlight = new Highlight();
    for (const range of ranges) highlight.add(range);
    CSS.highlights.set(name, highlight);
  };

  const search = () => {
    sought = fold(find.value.trim()).replace(/\s+/g, " ");
    hits = [];
    hit = -1;
    if (sought.length > 1) {
      for (const { words, claims: own } of searched()) {
        let from = words.folded.indexOf(sought);
        for (; from >= 0 && hits.length < MOST; from = words.folded.indexOf(sought, from + sought.length)) {
          const last = from + sought.length - 1;
          const range = document.createRange();
          range.setStart(words.nodes[from], words.at[from]);
          range.setEnd(words.nodes[last], words.at[last] + 1);
          hits.push({ range });
        }
        for (const { claim, named, words: quote } of own) {
          if (claim.shown && named.includes(sought) && !quote.includes(sought)) hits.push({ claim });
        }
      }
    }
    paint("found", hits.flatMap(({ range }) => range ?? []));
    paint("found-now", []);
    showHits();
  };

  const showHits = () => {
    const steps = section.querySelector(".find-steps");
    steps.hidden = sought.length < 2;
    const some = `${hits.length}${hits.length < MOST ? "" : "+"} ${hits.length === 1 ? "hit" : "hits"}`;
    document.getElementById("find-count").textContent = hit < 0 ? some : `${hit + 1} of ${hits.length}`;
    for (const button of all("button", steps)) button.disabled = !hits.length;
    clearing.hidden = !find.value && !form.querySelector("select.set, input:not(:checked)");
  };

  const goTo = (by) => {
    if (!hits.length) return;
    hit = (hit + by + hits.length + (hit < 0 && by < 0)) % hits.length;
    const { range, claim } = hits[hit];
    paint("found-now", range ? [range] : []);
    if (range) {
      range.startContainer.parentElement.scrollIntoView({ block: "center", behavior: "instant" });
      const box = range.getBoundingClientRect();
      if (box.bottom > innerHeight || box.top < texts.bar.getBoundingClientRect().bottom) {
        scrollBy({ top: box.top - innerHeight / 2, behavior: "instant" });
      }
    } else {
      texts.choose([claim], "text");
    }
    showHits();
    tell(`Hit ${hit + 1} of ${hits.length}`);
  };

  let waiting = 0;
  find.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(search, 120);
  });
  find.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    clearTimeout(waiting);
    if (sought !== fold(find.value.trim()).replace(/\s+/g, " ")) search();
    goTo(event.shiftKey ? -1 : 1);
  });
  document.getElementById("find-on").addEventListener("click", () => goTo(1));
  document.getElementById("find-back").addEventListener("click", () => goTo(-1));
  clearing.addEventListener("click", () => {
    form.reset();
    find.value = "";
    filter();
    search();
    find.focus();
  });

  /* The key comes to where the reader is, and goes again. */
  const float = (on) => {
    key.classList.toggle("floating", on);
    key.open = on || !narrow.matches;
    opener.setAttribute("aria-expanded", String(on));
    (on ? key.querySelector("summary") : opener).focus({ preventScroll: true });
  };
  opener.setAttribute("aria-expanded", "false");
  opener.setAttribute("aria-controls", "key");
  opener.addEventListener("click", () => float(!key.classList.contains("floating")));
  key.addEventListener("toggle", () => {
    if (!key.open && key.classList.contains("floating")) float(false);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && key.classList.contains("floating")) float(false);
  });
  document.addEventListener("click", (event) => {
    const inside = key.contains(event.target) || texts.bar.contains(event.target);
    if (!inside && key.classList.contains("floating")) float(false);
  });
}
