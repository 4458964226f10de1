/** Copying a claim: as text with its source, as JSON, as a W3C annotation. */
if (texts) {
  const { section } = texts;
  const pretty = (value) => JSON.stringify(value, null, 2);

  /** The annotation of a claim: its document's frame (see `export/web_annotation.py`), filled in. */
  const annotation = (account, number) => {
    const claim = account.claims[number];
    const whole = structuredClone(account.frame);
    whole.id = account.annotations[number];
    whole.body[1].claim = claim;
    const [quote, position] = whole.target.selector;
    Object.assign(quote, claim.selector);
    Object.assign(position, { start: claim.quote_start, end: claim.quote_end });
    return whole;
  };

  const FORMS = {
    Text: (account, number) => account.cited[number],
    JSON: (account, number) =>
      pretty({ document: account.document, versions: account.versions, claim: account.claims[number] }),
    "Web annotation": (account, number) => pretty(annotation(account, number)),
  };

  /** The old way to copy, for frames that may not write to the clipboard. */
  const copiedByCommand = (text) => {
    const box = document.createElement("textarea");
    box.value = text;
    box.className = "hidden-visually";
    box.setAttribute("readonly", "");
    document.body.append(box);
    box.select();
    let done = false;
    try {
      done = document.execCommand("copy");
    } catch {
      done = false;
    }
    box.remove();
    return done;
  };

  /** Where nothing may be copied, the text is shown, selected. */
  const offer = (text) => {
    const dialog = document.createElement("dialog");
    dialog.className = "copy-box";
    dialog.setAttribute("aria-label", "Text to copy");
    const words = document.createElement("p");
    words.textContent = "This page may not use the clipboard here. The text is selected: copy it with Ctrl+C or ⌘C.";
    const box = document.createElement("textarea");
    box.readOnly = true;
    box.value = text;
    box.setAttribute("aria-label", "Text to copy");
    const close = document.createElement("button");
    close.type = "button";
    close.className = "button";
    close.textContent = "Close";
    close.addEventListener("click", () => dialog.close());
    dialog.addEventListener("close", () => dialog.remove());
    dialog.append(words, box, close);
    document.body.append(dialog);
    dialog.showModal();
    box.focus();
    box.select();
  };

  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return copiedByCommand(text);
    }
  };

  const close = (button) => {
    button.setAttribute("aria-expanded", "false");
    button.parentElement.querySelector(".copy-menu")?.remove();
  };

  const open = (button) => {
    const menu = document.createElement("div");
    menu.className = "copy-menu";
    menu.setAttribute("role", "group");
    menu.setAttribute("aria-label", button.getAttribute("aria-label"));
    for (const form of Object.keys(FORMS)) {
      const item = document.createElement("button");
      item.type = "button";
      item.className = "button";
      item.dataset.form = form;
      item.textContent = form;
      menu.append(item);
    }
    button.parentElement.append(menu);
    button.setAttribute("aria-expanded", "true");
    menu.firstElementChild.focus();
  };

  section.addEventListener("click", async (event) => {
    const button = event.target.closest(".copy");
    if (button) return button.getAttribute("aria-expanded") === "true" ? close(button) : open(button);
    const item = event.target.closest("[data-form]");
    if (!item) return undefined;
    const card = item.closest(".card");
    const account = data()[Number(item.closest(".card").querySelector(".copy").dataset.document)];
    const text = FORMS[item.dataset.form](account, Number(card.dataset.n));
    const done = await copy(text);
    const opener = card.querySelector(".copy");
    close(opener);
    opener.focus({ preventScroll: true });
    if (!done) return offer(text);
    tell(`Claim ${Number(card.dataset.n) + 1} copied as ${item.dataset.form}.`);
    opener.textContent = "Copied";
    setTimeout(() => (opener.textContent = "Copy"), 1600);
    return undefined;
  });
  section.addEventListener("keydown", (event) => {
    const menu = event.target.closest(".copy-menu");
    if (event.key !== "Escape" || !menu) return;
    event.preventDefault();
    const button = menu.parentElement.querySelector(".copy");
    close(button);
    button.focus();
  });
}
