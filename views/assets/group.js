// Group mode, live. Without this file the same pages work by reloading and pressing the buttons.
// The page asks every second and a half whether anything has changed; when it has, the same page is
// fetched and its parts are put in. An answer is saved as one writes, and kept on the phone until it is.

const root = document.querySelector("[data-group]");
const words = root.dataset;
const status = document.getElementById("status");
const pollEvery = 1500;
const saveAfter = 900;
const clockOffset = Number(words.now) - Date.now();
let tag = words.tag;
let isGone = false;
/** What each part was made from, by its id. */
const htmlOf = new Map();

function say(text, state = "") {
  if (status.textContent !== text) status.textContent = text;
  status.dataset.state = state;
}

// --- the timer, by the server's clock ---------------------------------------------------------------

function tick() {
  for (const clock of document.querySelectorAll("[data-ends]")) {
    const seconds = Math.ceil((Number(clock.dataset.ends) - Date.now() - clockOffset) / 1000);
    const left = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    const text = seconds > 0 ? left : words.timeUp;
    if (clock.textContent !== text) clock.textContent = text;
  }
}

// --- the group's answer -----------------------------------------------------------------------------

const answer = () => document.querySelector("form[data-answer]");
const field = (form, name) => form.elements.namedItem(name);
const wordsOf = (form) => field(form, "ord").value;
const choiceOf = (form) => field(form, "valg")?.value ?? "";
const draftKey = (form) => `gruppe:${new URL(form.action).pathname}`;
/** What is on the page and what the server has acknowledged of it; `null` while they are the same. */
let dirtySince = null;
let isSaving = false;
let isWaitingForChoice = false;
let isRefused = false;
/** What the text was written on, while people choose between two: a reload must not choose for them. */
let baseBeforeChoice = null;
let saveTimer;

const baseNames = ["versjon", "sett", "settvalg"];
const baseOf = (form) => Object.fromEntries(baseNames.map((name) => [name, field(form, name).value]));

function keepDraft(form) {
  const base = isWaitingForChoice && baseBeforeChoice ? baseBeforeChoice : baseOf(form);
  const draft = { ord: wordsOf(form), valg: choiceOf(form), ...base };
  sessionStorage.setItem(draftKey(form), JSON.stringify(draft));
}

function setChoice(form, choice) {
  for (const radio of form.querySelectorAll("[name=valg]")) radio.checked = radio.value === choice;
}

/** Takes back what this phone had not saved when it was reloaded. */
function restoreDraft() {
  if (dirtySince !== null || isSaving) return;
  const form = answer();
  const kept = form && sessionStorage.getItem(draftKey(form));
  if (!kept) return;
  const draft = JSON.parse(kept);
  if (draft.ord === wordsOf(form) && draft.valg === choiceOf(form)) {
    sessionStorage.removeItem(draftKey(form));
    return;
  }
  document.getElementById("for-sent-her")?.remove();
  field(form, "ord").value = draft.ord;
  setChoice(form, draft.valg);
  for (const name of baseNames) field(form, name).value = draft[name];
  touched(form);
}

function touched(form) {
  dirtySince ??= Date.now();
  isRefused = false;
  keepDraft(form);
  if (!isSaving && status.dataset.state !== "offline") say(words.dirty, "dirty");
  clearTimeout(saveTimer);
  // while someone keeps typing it is saved every now and then all the same
  saveTimer = setTimeout(save, Date.now() - dirtySince > 4000 ? 0 : saveAfter);
}

/** Sends the answer. Whatever goes wrong, the text stays in the field and in the draft. */
async function save(submitter = null) {
  const form = answer();
  if (!form || isSaving || isGone) return;
  if (!submitter && (dirtySince === null || isWaitingForChoice || isRefused)) return;
  isSaving = true;
  say(words.saving, "dirty");
  const sent = { ord: wordsOf(form), valg: choiceOf(form), key: draftKey(form) };
  const since = dirtySince;
  dirtySince = null;
  try {
    const response = await fetch(form.action, {
      method: "POST",
      body: new URLSearchParams(new FormData(form, submitter)),
    });
    const page = parse(await response.text());
    if (response.ok && page) acknowledged(response, page, sent);
    else if (response.status === 422 && page) refused(page, since);
    else if (response.status === 422 || response.ok) gone();
    else throw new Error(String(response.status));
  } catch {
    dirtySince = dirtySince ?? since ?? Date.now();
    say(words.offline, "offline");
  }
  isSaving = false;
  if (dirtySince !== null && status.dataset.state !== "offline") touched(answer() ?? form);
}

/** The server has it. What was typed meanwhile is based on what was sent, not on what others wrote since. */
function acknowledged(response, page, sent) {
  sessionStorage.removeItem(sent.key);
  isWaitingForChoice = false;
  isRefused = false;
  const form = answer();
  const theirs = page.querySelector("form[data-answer]");
  const isSame = form && draftKey(form) === sent.key;
  const isTypedOn = isSame && (wordsOf(form) !== sent.ord || choiceOf(form) !== sent.valg);
  if (isTypedOn) {
    dirtySince ??= Date.now();
    const saved = new URL(response.url).searchParams.get("lagret");
    const isUntouched =
      theirs && field(theirs, "versjon").value === saved && wordsOf(theirs) === sent.ord.trim();
    field(form, "versjon").value = isUntouched ? saved : "0";
    field(form, "sett").value = sent.ord;
    field(form, "settvalg").value = sent.valg;
    keepDraft(form);
  }
  apply(page);
  if (!isTypedOn) say(words.saved, "saved");
}

/** A question that was closed, a text that others were ahead of, or one that the guard stopped. */
function refused(page, since) {
  dirtySince = since ?? Date.now();
  const isConflict = page.querySelector("[data-conflict]") !== null;
  isWaitingForChoice = isConflict;
  isRefused = true;
  const form = answer();
  const theirs = page.querySelector("form[data-answer]");
  if (isConflict && form && theirs) {
    baseBeforeChoice = baseOf(form);
    for (const name of baseNames) field(form, name).value = field(theirs, name).value;
    keepDraft(form);
  }
  apply(page, true);
  say(words.dirty, "dirty");
}

/** The facilitator or the group decides between two texts. */
function settle(how) {
  const form = answer();
  const theirs = field(form, "sett").value;
  const mine = wordsOf(form);
  if (how === "both") field(form, "ord").value = [theirs, mine].filter(Boolean).join("\n\n");
  if (how === "theirs") field(form, "ord").value = theirs;
  if (how !== "mine" && field(form, "settvalg").value) setChoice(form, field(form, "settvalg").value);
  isWaitingForChoice = false;
  document.getElementById("del-feil").replaceChildren();
  touched(form);
  save();
}

// --- the page ---------------------------------------------------------------------------------------

function parse(html) {
  return new DOMParser().parseFromString(html, "text/html").querySelector("[data-group]");
}

/** Brings the answer form up to date without taking the field away from whoever writes in it. */
function sync(mine, theirs) {
  const isDirty = dirtySince !== null || isWaitingForChoice;
  if (!isDirty) {
    for (const name of baseNames) field(mine, name).value = field(theirs, name).value;
    const box = field(mine, "ord");
    const text = wordsOf(theirs);
    if (box.value !== text && box.value.trim() !== text) {
      const { selectionStart, selectionEnd } = box;
      box.value = text;
      if (document.activeElement === box) box.setSelectionRange(selectionStart, selectionEnd);
    }
    setChoice(mine, choiceOf(theirs));
  }
  for (const name of ["nav", "del"]) syncMark(mine, theirs, name);
}

/** A tick that someone else set; one that this phone has changed and not sent is left alone. */
function syncMark(mine, theirs, name) {
  const [box, other] = [field(mine, name), field(theirs, name)];
  const seen = field(mine, `${name}sett`);
  if (!box || !other || (dirtySince !== null && box.checked !== (seen !== null))) return;
  box.checked = other.checked;
  if (other.checked && !seen) {
    const hidden = document.createElement("input");
    Object.assign(hidden, { type: "hidden", name: `${name}sett`, value: "ja" });
    mine.append(hidden);
  }
  if (!other.checked) seen?.remove();
}

const shapeOf = (form) => (form ? `${new URL(form.action).pathname} ${field(form, "nav") !== null}` : "");

/** Where one was, to come back to it in new content. */
function placeOf(element) {
  if (element.id) return { selector: `#${CSS.escape(element.id)}`, index: 0 };
  const { form, name } = element;
  if (!form || !name) return null;
  const svar = form.querySelector("[name=svar]")?.value;
  const inside = svar ? `:has([name=svar][value="${svar}"])` : "";
  const index = [...form.querySelectorAll(`[name="${name}"]`)].indexOf(element);
  return { selector: `form[action="${form.getAttribute("action")}"]${inside} [name="${name}"]`, index };
}

function carryOver(old, fresh) {
  for (const details of old.querySelectorAll("details[open]")) {
    const summary = details.querySelector("summary")?.textContent;
    for (const other of fresh.querySelectorAll("details"))
      if (other.querySelector("summary")?.textContent === summary) other.open = true;
  }
  for (const input of old.querySelectorAll("input:not([type=hidden]),textarea,select")) {
    const isTyped = input.value !== input.defaultValue && input.type !== "checkbox" && input.type !== "radio";
    const other = isTyped && input.id ? fresh.querySelector(`#${CSS.escape(input.id)}`) : null;
    if (other && input.dataset.isSent !== "yes") other.value = input.value;
  }
}

/** Puts in what has changed. @param isAnswerRefused the form is left alone: only what was said about it is new */
function apply(page, isAnswerRefused = false) {
  tag = page.dataset.tag;
  for (const fresh of page.querySelectorAll("[data-part]")) {
    const old = document.getElementById(fresh.id);
    const [mine, theirs] = [old.querySelector("form[data-answer]"), fresh.querySelector("form[data-answer]")];
    if (mine && theirs && shapeOf(mine) === shapeOf(theirs)) {
      if (!isAnswerRefused) sync(mine, theirs);
      continue;
    }
    if (mine && dirtySince !== null) {
      if (theirs && draftKey(mine) === draftKey(theirs)) continue;
      keepLate(mine);
    }
    const isKeptOpen = fresh.id === "del-feil" && (isWaitingForChoice || isRefused) && !isAnswerRefused;
    if (isKeptOpen || htmlOf.get(fresh.id) === fresh.innerHTML) continue;
    const place = old.contains(document.activeElement) ? placeOf(document.activeElement) : null;
    const html = fresh.innerHTML;
    for (const one of fresh.querySelectorAll("[autofocus]")) one.removeAttribute("autofocus");
    carryOver(old, fresh);
    old.replaceChildren(...fresh.childNodes);
    old.className = fresh.className;
    htmlOf.set(fresh.id, html);
    if (place) old.querySelectorAll(place.selector)[place.index]?.focus();
  }
  for (const part of document.querySelectorAll("[data-scripted]")) part.hidden = false;
  if (document.querySelector("[data-conflict]") && isAnswerRefused)
    document.getElementById("konflikt").scrollIntoView({ block: "center" });
  if (!answer() && status.dataset.state === "saved") say("");
  restoreDraft();
  tick();
}

/** The question was closed while something was unsaved: the text is shown, and kept should it open again. */
function keepLate(form) {
  const text = wordsOf(form);
  keepDraft(form);
  dirtySince = null;
  isWaitingForChoice = false;
  isRefused = false;
  const late = document.createElement("section");
  late.id = "for-sent-her";
  late.className = "card card--warning stack stack--tight";
  const [why, quote] = [document.createElement("p"), document.createElement("p")];
  why.textContent = words.late;
  quote.textContent = text;
  quote.className = "quote";
  late.append(why, quote);
  status.before(late);
  say("");
}

function gone() {
  isGone = true;
  const link = document.createElement("a");
  Object.assign(link, { href: words.leftPath, textContent: words.leftLink, className: "aksel-link" });
  say(`${words.left} `, "offline");
  status.append(link);
}

async function refresh() {
  const response = await fetch(location.pathname, { headers: { accept: "text/html" } });
  const page = response.ok ? parse(await response.text()) : null;
  if (page) apply(page);
  else if (response.ok) gone();
}

async function poll() {
  if (isGone) return;
  try {
    const headers = { "if-none-match": `"${tag}"` };
    const response = await fetch(words.puls, { headers, cache: "no-store", redirect: "manual" });
    if (response.status === 200) await refresh();
    else if (response.status === 404 || response.type === "opaqueredirect") gone();
    const isBack = status.dataset.state === "offline" && !isGone && response.status < 500;
    if (isBack) say("");
    if (dirtySince !== null && !isSaving && (isBack || Date.now() - dirtySince > 3000)) await save();
    else if (isBack && answer() && !isRefused) say(words.saved, "saved");
  } catch {
    say(dirtySince === null ? words.offlineIdle : words.offline, "offline");
  }
  setTimeout(poll, document.hidden ? 4 * pollEvery : pollEvery);
}

/** A form that says one thing at once: sent here, and the page put in without jumping. */
async function send(form, submitter) {
  if (form.dataset.isSent === "yes") return;
  form.dataset.isSent = "yes";
  try {
    const response = await fetch(form.action, {
      method: "POST",
      body: new URLSearchParams(new FormData(form, submitter)),
    });
    const page = parse(await response.text());
    for (const input of form.elements) if (response.ok) input.dataset.isSent = "yes";
    if (page) apply(page);
    else if (response.ok || response.status === 422) gone();
    else say(words.notSent, "offline");
  } catch {
    say(words.notSent, "offline");
  }
  delete form.dataset.isSent;
}

addEventListener(
  "submit",
  (event) => {
    const form = event.target;
    const isAnswer = form.matches("[data-answer]");
    if (!isAnswer && !form.matches("[data-live]")) return;
    event.preventDefault();
    event.stopPropagation();
    if (isAnswer) {
      isWaitingForChoice = false;
      clearTimeout(saveTimer);
      dirtySince ??= Date.now();
      save(event.submitter);
    } else send(form, event.submitter);
  },
  true,
);
addEventListener("input", (event) => {
  const form = event.target.closest?.("form[data-answer]");
  if (form) touched(form);
});
addEventListener("click", (event) => {
  const button = event.target.closest?.("button");
  if (button?.dataset.settle) settle(button.dataset.settle);
  if (button?.dataset.useFirst !== undefined) {
    const box = field(answer(), "ord");
    const first = document.querySelector("[data-first]").textContent;
    if (!box.value.includes(first)) box.value = [first, box.value].filter(Boolean).join("\n\n");
    touched(answer());
    box.focus();
  }
});
addEventListener("online", () => save());

for (const part of document.querySelectorAll("[data-part]")) htmlOf.set(part.id, part.innerHTML);
for (const part of document.querySelectorAll("[data-scripted]")) part.hidden = false;
restoreDraft();
tick();
setInterval(tick, 500);
setTimeout(poll, pollEvery);
