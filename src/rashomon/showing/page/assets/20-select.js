/**
 * The texts and their claims. Choosing a mark shows its claim, choosing a claim shows its words; `texts` is what other
 * scripts may use. Null where the page has no text.
 */
const texts = (() => {
  const section = document.getElementById("text");
  if (!section) return null;
  const narrow = matchMedia("(max-width: 60rem)");
  const sheet = document.getElementById("sheet");
  const bar = section.querySelector(".bar-row");

  /** All claims in the order of the texts, each with its elements; and whose the lines and triggers of the text are. */
  const claims = [];
  const byAnchor = new Map();
  const owners = new Map();
  for (const account of all(".account", section)) {
    const own = [];
    for (const card of all(".card", account)) {
      const { n, kind, level, type, voice, actors, places, sure } = card.dataset;
      own[n] = {
        anchor: card.id, number: Number(n) + 1, account, card, note: null, parts: [], shown: true,
        kind, level, type, voice, sure: Number(sure), actors: actors.split(" "), places: places.split(" "),
      };
    }
    for (const note of all(".note", account)) own[note.dataset.n].note = note;
    for (const part of all("[data-c], [data-t]", account)) {
      const members = (part.dataset.c ?? part.dataset.t).split(" ").map((n) => own[n]);
      owners.set(part, members);
      for (const claim of members) claim.parts.push(part);
    }
    for (const claim of own) {
      claims.push(claim);
      byAnchor.set(claim.anchor, claim);
    }
  }

  let chosen = [];

  const mark = (claim, on) => {
    for (const element of [claim.card, claim.note, ...claim.parts]) element.classList.toggle("on", on);
    if (!on) claim.card.removeAttribute("aria-current");
  };

  const keepHash = (hash) => {
    try {
      history.replaceState(null, "", hash || location.pathname + location.search);
    } catch {
      // A page within a sandboxed frame has no address of its own to keep.
    }
  };

  const smooth = () => (matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth");

  /** Scrolls nothing but the pane. */
  const showCard = (claim) => {
    const pane = claim.card.closest(".pane");
    const card = claim.card.getBoundingClientRect();
    const frame = pane.getBoundingClientRect();
    if (card.top >= frame.top && card.bottom <= frame.bottom) return;
    pane.scrollTo({ top: pane.scrollTop + card.top - frame.top - 12, behavior: smooth() });
  };

  const showWords = (claim) => {
    const top = bar.getBoundingClientRect().bottom;
    const bottom = sheet.hidden ? innerHeight : sheet.getBoundingClientRect().top;
    const box = claim.note.getBoundingClientRect();
    if (box.height && box.top > top + 24 && box.bottom < bottom - 24) return;
    claim.note.scrollIntoView({ block: "center", behavior: "instant" });
    const now = claim.note.getBoundingClientRect();
    scrollBy({ top: now.top - (top + bottom) / 2, behavior: "instant" });
  };

  const openSheet = () => {
    const body = sheet.querySelector(".sheet-body");
    const list = document.createElement("ol");
    list.className = "cards";
    for (const claim of chosen) {
      const copy = claim.card.cloneNode(true);
      copy.removeAttribute("id");
      copy.dataset.anchor = claim.anchor;
      list.append(copy);
    }
    body.replaceChildren(list);
    const title = chosen.length === 1 ? `Claim ${chosen[0].number}` : `${chosen.length} claims on these words`;
    document.getElementById("sheet-title").textContent = title;
    sheet.hidden = false;
    sheet.scrollTop = 0;
  };

  const closeSheet = () => {
    if (sheet.hidden) return;
    const within = sheet.contains(document.activeElement);
    sheet.hidden = true;
    sheet.querySelector(".sheet-body").replaceChildren();
    if (within) chosen[0]?.note.focus({ preventScroll: true });
  };

  const clear = () => {
    closeSheet();
    for (const claim of chosen) mark(claim, false);
    if (chosen.length) keepHash("");
    chosen = [];
  };

  /** Makes these the claims that are shown; the first of them leads. `side` is where they were chosen. */
  const choose = (wanted, side) => {
    for (const claim of chosen) mark(claim, false);
    chosen = wanted;
    for (const claim of chosen) mark(claim, true);
    const [first] = chosen;
    first.card.setAttribute("aria-current", "true");
    keepHash(`#${side === "text" ? "" : "m-"}${encodeURIComponent(first.anchor)}`);
    if (narrow.matches) openSheet();
    else if (side !== "claims") showCard(first);
    showWords(first);
    const others = chosen.length > 1 ? ` and ${chosen.length - 1} more on these words` : "";
    tell(`Claim ${first.number}${others}: ${first.card.querySelector(".card-line").innerText}`);
  };

  /** The claims on a place in the text: those whose trigger it is first, then the shortest quote first. */
  const claimsAt = (element) => {
    const found = [];
    for (let at = element; at && at !== section; at = at.parentElement) found.push(...(owners.get(at) ?? []));
    return [...new Set(found)].filter((claim) => claim.shown);
  };

  const anchorOf = (card) => card.dataset.anchor ?? card.id;

  section.addEventListener("click", (event) => {
    const { target } = event;
    if (target.closest("button, summary, select, input, textarea, label, dialog, .why")) return;
    const link = target.closest(".note, .card-number");
    if (link && (event.ctrlKey || event.metaKey || event.shiftKey)) return;
    if (!link && !getSelection().isCollapsed) return;
    const card = target.closest(".card");
    const here = card ? [byAnchor.get(anchorOf(card))] : link ? [byAnchor.get(link.id.slice(2))] : claimsAt(target);
    if (!here.length) return;
    event.preventDefault();
    choose(here, card ? "claims" : "text");
    if (!link) return;
    if (card) here[0].note.focus({ preventScroll: true });
    else if (narrow.matches) sheet.focus({ preventScroll: true });
    else here[0].card.querySelector(".card-number").focus({ preventScroll: true });
  });

  /** Goes to the next or previous claim of those shown; from the first one in view if none is chosen. */
  const step = (by) => {
    const shown = claims.filter((claim) => claim.shown);
    const at = shown.indexOf(chosen[0]);
    const inView = shown.findIndex((claim) => claim.note.getBoundingClientRect().top > bar.getBoundingClientRect().bottom);
    const next = shown[at < 0 ? Math.max(inView, 0) : at + by];
    if (!next) return;
    const focused = document.activeElement;
    choose([next], "text");
    if (focused.closest(".note")) next.note.focus({ preventScroll: true });
    else if (focused.closest(".pane")) next.card.querySelector(".card-number").focus({ preventScroll: true });
  };

  const STEPS = { j: 1, k: -1, ArrowDown: 1, ArrowUp: -1 };
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const { target, key } = event;
    if (key === "Escape" && !target.closest("dialog")) clear();
    const by = STEPS[key];
    if (!by || target.closest("input, select, textarea, dialog")) return;
    const arrow = key.startsWith("Arrow");
    const here = arrow ? target.closest(".note, .card-number") : target === document.body || section.contains(target);
    const box = section.getBoundingClientRect();
    if (!here || box.top > innerHeight || box.bottom < 0) return;
    event.preventDefault();
    step(by);
  });

  document.getElementById("sheet-close").addEventListener("click", clear);
  narrow.addEventListener("change", closeSheet);

  /** What the address names is chosen: a claim (`#d0-c3`) or its mark (`#m-d0-c3`). */
  const fromHash = () => {
    let name = location.hash.slice(1);
    try {
      name = decodeURIComponent(name);
    } catch {
      return;
    }
    const claim = byAnchor.get(name) ?? byAnchor.get(name.replace(/^m-/, ""));
    if (claim) choose([claim], name.startsWith("m-") ? "both" : "text");
  };
  addEventListener("hashchange", fromHash);
  fromHash();

  return { section, bar, claims, owners, clear, choose, chosen: () => chosen, anchorOf };
})();
