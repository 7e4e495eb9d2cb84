
"use strict";
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const one = (selector) => document.querySelector(selector);
  const dock = one("#card"), shown = one("#shown"), help = one("#help"), filter = one("#filter"), found = one("#found");
  const asides = new Set(["actor", "place", "time"]);
  const stops = all(".record").filter((card) => !asides.has(card.dataset.kind));
  const wide = matchMedia("(min-width: 60rem)");
  let current = null, peeked = null;
  document.documentElement.classList.add("js");

  /* The words and the lines of a record. */
  const leaves = new Map();
  const leavesIn = (report) => {
    if (!leaves.has(report)) {
      leaves.set(report, all(".canon .lf", report).map((leaf) => [+leaf.dataset.s, +leaf.dataset.e, leaf]));
    }
    return leaves.get(report);
  };
  const reportOf = (element) => element.closest(".report");
  const spansOf = (card) => card.dataset.spans.split(" ").filter(Boolean).map((span) => span.split("-").map(Number));
  const wordsOf = (card) => {
    const spans = spansOf(card);
    return leavesIn(reportOf(card)).filter(([s, e]) => spans.some(([a, b]) => a <= s && e <= b)).map((leaf) => leaf[2]);
  };
  const firstWord = (card) => {
    const start = spansOf(card)[0]?.[0];
    return leavesIn(reportOf(card)).find(([s]) => s === start)?.[2] ?? wordsOf(card)[0];
  };
  const refs = (element) => element.dataset.r.split(" ").filter(Boolean);
  const linesOf = (card) =>
    all(".en", reportOf(card)).filter((line) => refs(line).includes(card.id)).map((line) => line.firstElementChild);
  const cardsOf = (element) => refs(element).map((id) => document.getElementById(id));

  const paint = (card, name) => {
    for (const element of all(`.${name}`)) element.classList.remove(name);
    if (card) for (const element of [...wordsOf(card), ...linesOf(card)]) element.classList.add(name);
  };
  const show = (card) => {
    dock.hidden = !card;
    document.documentElement.classList.toggle("carded", Boolean(card));
    shown.replaceChildren(...(card ? [...card.children].map((child) => child.cloneNode(true)) : []));
  };

  /* Looking at a record, and holding on to it. */
  const peek = (card) => {
    if (card === peeked) return;
    peeked = card;
    paint(card === current ? null : card, "peek");
    show(card ?? current);
  };
  const focus = (element) => {
    if (!element) return;
    if (!element.matches("a")) element.tabIndex = -1;
    element.focus({ preventScroll: true });
  };
  const reveal = (element, block) => element?.scrollIntoView({ block, inline: "nearest" });
  const hold = (card, from) => {
    current = card;
    peeked = null;
    paint(null, "peek");
    paint(card, "on");
    show(card);
    if (!card) return;
    const line = linesOf(card).find((candidate) => candidate.offsetParent);
    if (from !== "dossier" && wide.matches) reveal(line, "nearest");
    if (from === "text") {
      if (!wide.matches) reveal(firstWord(card), "nearest");
    } else {
      reveal(firstWord(card), wide.matches ? "center" : "nearest");
      focus(firstWord(card));
    }
  };
  const step = (by) => {
    const here = current ? stops.indexOf(current) : -1;
    const next = here < 0 ? (by > 0 ? 0 : stops.length - 1) : here + by;
    if (stops[next]) hold(stops[next], "keys");
  };
  const across = () => {
    if (!current) return;
    const line = linesOf(current).find((candidate) => candidate.offsetParent);
    if (document.activeElement?.closest(".dossier .ln") || !line) {
      reveal(firstWord(current), "center");
      focus(firstWord(current));
    } else {
      reveal(line, "center");
      focus(line.querySelector("a") ?? line);
    }
  };

  const target = (event) => event.target.closest?.(".canon .lf, .dossier .ln");
  const cardAt = (element) => (element ? cardsOf(element.matches(".lf") ? element : element.parentElement) : []);
  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "mouse" && !event.target.closest?.("#card")) peek(cardAt(target(event))[0] ?? null);
  });
  document.addEventListener("focusin", (event) => {
    if (event.target.matches(".go")) peek(cardAt(target(event))[0] ?? null);
  });
  document.addEventListener("click", (event) => {
    const place = target(event);
    const cards = cardAt(place);
    if (!cards.length || !getSelection().isCollapsed) return;
    event.preventDefault();
    const inText = place.matches(".lf");
    const again = inText ? cards.indexOf(current) : -1;
    hold(cards[(again + 1) % cards.length], inText ? "text" : "dossier");
  });
  one("#close").addEventListener("click", () => hold(null));
  one("#across").addEventListener("click", across);
  one("#keys").addEventListener("click", () => help.showModal());

  /* Only some lines: by words, by speaker. */
  const chosen = new Map();
  const fits = (line, words, voice) =>
    (voice === undefined || line.dataset.v === voice) &&
    (!words || line.firstElementChild.textContent.toLowerCase().includes(words));
  const sift = (line, words, voice, given) => {
    const own = given || fits(line, words, voice);
    const inner = all(":scope > ul > .en", line).map((child) => sift(child, words, voice, own)).some(Boolean);
    line.hidden = !(own || inner);
    return own || inner;
  };
  const siftAll = () => {
    const words = filter.value.trim().toLowerCase();
    let kept = 0, total = 0;
    for (const report of all(".report")) {
      for (const part of all(".part", report)) {
        const lines = all(":scope > ul > .en", part);
        if (!lines.length) continue;
        const left = lines.filter((line) => sift(line, words, chosen.get(report), false)).length;
        part.hidden = !left;
        kept += left;
        total += lines.length;
      }
    }
    found.textContent = words || chosen.size ? `${kept} of ${total} lines` : "";
  };
  filter.addEventListener("input", siftAll);
  for (const button of all(".who")) {
    button.addEventListener("click", () => {
      const report = reportOf(button), pressed = button.getAttribute("aria-pressed") === "true";
      for (const other of all(".who", report)) other.setAttribute("aria-pressed", String(other === button && !pressed));
      if (pressed) chosen.delete(report);
      else chosen.set(report, button.dataset.v);
      for (const said of all(".canon .st", report)) {
        said.classList.toggle("off", !pressed && said.dataset.v !== button.dataset.v);
      }
      siftAll();
    });
  }

  const letGo = () => {
    if (filter.value) filter.value = "";
    siftAll();
    hold(null);
  };
  document.addEventListener("keydown", (event) => {
    if (help.open || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target === filter) {
      if (event.key === "Escape") { filter.value = ""; siftAll(); filter.blur(); }
      return;
    }
    const keys = {
      j: () => step(1), ArrowRight: () => step(1), k: () => step(-1), ArrowLeft: () => step(-1),
      "/": () => filter.focus(), "?": () => help.showModal(), Escape: letGo,
    };
    if (event.key === "Enter" && event.target.matches("body, .canon .lf, .dossier")) keys.Enter = across;
    if (!keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  });
})();
