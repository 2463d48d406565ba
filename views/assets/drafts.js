// A mentor in a tunnel presses "Send": the page stays open as it is and says "not sent". Where a form says
// so (`data-draft`), what was written is kept on the device too, is filled in when the page is opened again,
// and waits there for a press: nothing is sent by itself. Votes, evaluations and feedback that is not named
// are never kept.

const main = document.querySelector("main");
const longest = 7 * 86_400_000;
const addressOf = (form) => new URL(form.getAttribute("action") ?? "", location).pathname;
const prefix = "utkast:";

/** Storage may be forbidden, full or broken: then nothing is kept, and nothing else changes. */
function stored(work) {
  try {
    return work(localStorage);
  } catch {
    return null;
  }
}
const forget = (address) => stored((storage) => storage.removeItem(prefix + address));
const store = (address, draft) =>
  stored((storage) => {
    storage.setItem(prefix + address, JSON.stringify(draft));
    return true;
  });
const draftAt = (storage, key) => ({
  address: key.slice(prefix.length),
  ...JSON.parse(storage.getItem(key)),
});
const allDrafts = () =>
  stored((storage) => {
    const keys = Object.keys(storage).filter((key) => key.startsWith(prefix));
    return keys.map((key) => draftAt(storage, key));
  }) ?? [];

const notWritten = /hidden|submit|button|password|file|fieldset/;
/** The form's own key goes with what was written: had it come through after all, it is not made twice. */
const isKey = (one) => one.name === "nokkel";
const writable = (form) =>
  [...form.elements].filter((one) => one.name && (isKey(one) || !notWritten.test(one.type)));
const isTick = (one) => one.type === "radio" || one.type === "checkbox";
const isSaid = (one) => (isTick(one) ? one.checked : one.value !== "" && !isKey(one));
const fieldsOf = (form) =>
  writable(form)
    .filter((one) => !isTick(one) || one.checked)
    .map(({ name, value }) => [name, value]);

/** `data-draft="navn=named"`: only while that is chosen. */
function mayKeep(form) {
  const [name, value] = (form.dataset.draft ?? "").split("=");
  return isSignedIn && "draft" in form.dataset && (!name || new FormData(form).get(name) === value);
}

function keep(form) {
  const address = addressOf(form);
  if (!mayKeep(form)) {
    forget(address);
    return false;
  }
  asksToBeForgotten(form);
  const title = main.querySelector("h1")?.textContent ?? document.title;
  const path = location.pathname + location.search;
  return store(address, { for: keptFor, at: Date.now(), path, title, fields: fieldsOf(form) }) === true;
}

/** When this form gets through, the next page says that the draft is sent. */
function asksToBeForgotten(form) {
  if (form.elements.namedItem("utkast")) return;
  form.append(Object.assign(document.createElement("input"), { type: "hidden", name: "utkast", value: "1" }));
}

function fillIn(form, fields) {
  for (const one of writable(form)) {
    const [, value] = fields.find(([name]) => name === one.name) ?? [];
    if (isTick(one)) one.checked = fields.some(([name, said]) => name === one.name && said === one.value);
    else if (value !== undefined) one.value = value;
    if (value)
      for (let around = one.closest("details"); around; around = around.parentElement.closest("details"))
        around.open = true;
  }
}

function say(place, text, ...more) {
  document.querySelector("[data-offline-says]")?.remove();
  const box = make("div", "aksel-alert aksel-alert--warning aksel-alert--medium");
  Object.assign(box.dataset, { color: "warning", variant: "warning", offlineSays: "" });
  box.setAttribute("role", "alert");
  box.innerHTML = words.icon;
  const size = "aksel-alert__wrapper--maxwidth aksel-body-long aksel-body-long--medium";
  const wrapper = make("div", `aksel-alert__wrapper ${size}`, text);
  wrapper.append(...more);
  box.append(wrapper);
  place(box);
}
const onTop = (box) => main.prepend(box);
const below = (form) => (main.contains(form) ? (box) => form.append(box) : onTop);

function notSent(form) {
  delete form.dataset.isSent;
  const isWritten = writable(form).some(isSaid);
  const rest = keep(form) ? t.kept : isWritten ? t.stands : t.later;
  say(below(form), `${t.notSent} ${rest}`);
  addEventListener("online", () => say(below(form), t.back), { once: true });
}

function discardButton(draft) {
  const button = make("button", "aksel-button aksel-button--small");
  button.type = "button";
  button.dataset.variant = "tertiary";
  button.append(make("span", "aksel-label aksel-label--small", t.discard));
  button.addEventListener("click", () => {
    forget(draft.address);
    location.reload();
  });
  return button;
}

function restore(form, draft) {
  const [{ responseStatus } = {}] = performance.getEntriesByType("navigation");
  asksToBeForgotten(form);
  // refused: it came through, and stands there as it was sent
  if (responseStatus === 422 || document.querySelector(".aksel-error-summary")) return;
  if (JSON.stringify(fieldsOf(form)) === JSON.stringify(draft.fields)) {
    forget(draft.address); // only the answer to it was lost
    return;
  }
  fillIn(form, draft.fields);
  say((box) => form.prepend(box), t.restored, make("br", ""), discardButton(draft));
}

function remind(draft) {
  const link = make("a", "aksel-link aksel-link--inline-text", draft.title);
  link.href = draft.path;
  say(onTop, `${t.waiting} `, link);
}

const { sent } = document.documentElement.dataset;
if (sent && !kept) forget(sent);
for (const { address, at, for: whose } of allDrafts()) {
  const isOld = Math.abs(Date.now() - at) > longest;
  if (isOld || (isSignedIn && whose !== keptFor)) forget(address);
}
const forms = [...document.querySelectorAll("form[data-draft]")];
for (const draft of isSignedIn ? allDrafts() : []) {
  const form = forms.find((one) => addressOf(one) === draft.address);
  if (form) restore(form, draft);
  else if (main && !document.querySelector("[data-offline-says]")) remind(draft);
}

let pending = null;
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || (event.submitter?.formMethod || form.method) !== "post") return;
  const isSigningOut = addressOf(form) === "/logg-ut";
  if (isSigningOut) {
    for (const { address } of allDrafts()) forget(address);
    dropPages(() => true);
  }
  pending = form;
  if (navigator.onLine !== false) return;
  event.preventDefault();
  if (isSigningOut) say(onTop, t.stillIn);
  else notSent(form);
});
// it went out, and did not get through
navigator.serviceWorker?.addEventListener("message", ({ data }) => {
  if (pending && data.notSent === addressOf(pending)) notSent(pending);
});

// what is written on after that is kept too, and what is written on a kept page when one leaves it
const touched = new WeakSet();
document.addEventListener("input", ({ target }) => {
  const form = target.closest?.("form[data-draft]");
  if (!form) return;
  touched.add(form);
  if (form.elements.namedItem("utkast")) keep(form);
});
document.addEventListener("visibilitychange", () => {
  if (!document.hidden || (!kept && navigator.onLine !== false)) return;
  for (const form of forms) if (touched.has(form)) keep(form);
});
