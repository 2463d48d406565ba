// Without network: how old a kept page is, what lies on the device, and forms that did not get out. Stands
// in app.js; `words` is put above by the build. What somebody else left on this device is removed at once.
//
// A mentor in a tunnel presses "Send": the page stays open as it is and says "not sent". Where a form says
// so (`data-draft`), what was written is kept on the device too, is filled in when the page is opened again,
// and waits there for a press: nothing is sent by itself. Votes, evaluations and feedback that is not named
// are never kept.
{
  const { keptFor, kept, sent } = document.documentElement.dataset;
  const isSignedIn = keptFor !== undefined && keptFor !== "ingen";
  const t = words[document.documentElement.lang] ?? words.nb;
  const day = 86_400_000;
  const ignore = () => undefined;
  const main = document.querySelector("main");
  const make = (tag, className, text = "") => {
    const element = Object.assign(document.createElement(tag), { className });
    element.append(text);
    return element;
  };

  // --- how old, and what there is ----------------------------------------------------------------------

  function ago(at) {
    const hours = Math.floor((Date.now() - at) / 3_600_000);
    if (hours < 0) return ""; // the clock has been set back
    if (hours < 1) return ` (${t.underHour})`;
    if (hours < 48) return ` (${hours === 1 ? t.hour : t.hours.replace("{}", hours)})`;
    return ` (${t.days.replace("{}", Math.floor(hours / 24))})`;
  }

  for (const place of document.querySelectorAll("[data-ago]")) place.textContent = ago(kept);

  async function listed(cache, request) {
    const answer = await cache.match(request);
    const at = answer.headers.get("kept-at");
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const asItWas = page.querySelector("[data-moment]")?.textContent;
    if (!at || !asItWas) return null; // another way to a page, or the list itself
    const link = make("a", "aksel-link", page.querySelector("h1").textContent);
    link.href = new URL(request.url).pathname;
    const item = make("li", "");
    item.append(link, make("br", ""), make("span", "subtle", `${asItWas}${ago(at)}`));
    return item;
  }

  async function listKept(list) {
    const cache = await caches.open(`sider-${keptFor}`);
    const items = await Promise.all((await cache.keys()).map((request) => listed(cache, request)));
    list.append(...items.filter((item) => item !== null).reverse());
    list.previousElementSibling.hidden = list.childElementCount > 0;
  }

  const list = document.querySelector("[data-kept-list]");
  if (list && "caches" in window) listKept(list).catch(ignore);

  async function dropPages(isToGo) {
    if (!("caches" in window)) return;
    const names = await caches.keys().catch(() => []);
    const pages = names.filter((name) => name.startsWith("sider-") && isToGo(name));
    await Promise.all(pages.map((name) => caches.delete(name))).catch(ignore);
  }

  // --- drafts ------------------------------------------------------------------------------------------

  const addressOf = (form) => new URL(form.getAttribute("action") ?? "", location).pathname;
  const keyOf = (address) => `utkast:${address}`;
  /** Storage may be forbidden, full or broken: then nothing is kept, and nothing else changes. */
  const stored = (work) => {
    try {
      return work(localStorage);
    } catch {
      return null;
    }
  };
  const forget = (address) => stored((storage) => storage.removeItem(keyOf(address)));
  const allDrafts = () =>
    stored((storage) =>
      Object.keys(storage)
        .filter((key) => key.startsWith("utkast:"))
        .map((key) => ({ address: key.slice(7), ...JSON.parse(storage.getItem(key)) })),
    ) ?? [];

  const writable = (form) =>
    [...form.elements].filter(
      (one) => one.name && !/hidden|submit|button|password|file|fieldset/.test(one.type),
    );
  const isTick = (one) => one.type === "radio" || one.type === "checkbox";
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
    if (!mayKeep(form)) return forget(address), false;
    const title = main.querySelector("h1")?.textContent ?? document.title;
    const path = location.pathname + location.search;
    const draft = { for: keptFor, at: Date.now(), path, title, fields: fieldsOf(form) };
    asksToBeForgotten(form);
    return stored((storage) => (storage.setItem(keyOf(address), JSON.stringify(draft)), true)) === true;
  }

  /** When this form gets through, the next page says that the draft is sent. */
  function asksToBeForgotten(form) {
    if (form.elements.namedItem("utkast")) return;
    form.append(
      Object.assign(document.createElement("input"), { type: "hidden", name: "utkast", value: "1" }),
    );
  }

  function fillIn(form, fields) {
    for (const one of writable(form)) {
      const values = fields.filter(([name]) => name === one.name).map(([, value]) => value);
      if (isTick(one)) one.checked = values.includes(one.value);
      else if (values.length > 0) one.value = values[0];
    }
    for (let around = form; around; around = around.parentElement)
      if (around.matches("details")) around.open = true;
    for (const inside of form.querySelectorAll("details"))
      if (fields.some(([name, value]) => value && inside.querySelector(`[name="${CSS.escape(name)}"]`)))
        inside.open = true;
  }

  // --- what is said ------------------------------------------------------------------------------------

  function say(place, text, ...more) {
    document.querySelector("[data-offline-says]")?.remove();
    const box = make("div", "aksel-alert aksel-alert--warning aksel-alert--medium");
    Object.assign(box.dataset, { color: "warning", variant: "warning", offlineSays: "" });
    box.setAttribute("role", "alert");
    box.innerHTML = words.icon;
    const wrapper = make(
      "div",
      "aksel-alert__wrapper aksel-alert__wrapper--maxwidth aksel-body-long aksel-body-long--medium",
      text,
    );
    wrapper.append(...more);
    box.append(wrapper);
    place(box);
  }
  const below = (form) => (main.contains(form) ? (box) => form.append(box) : (box) => main.prepend(box));

  function notSent(form) {
    delete form.dataset.isSent;
    const isWritten = writable(form).some((one) => (isTick(one) ? one.checked : one.value !== ""));
    const rest = keep(form) ? t.kept : isWritten ? t.stands : t.later;
    say(below(form), `${t.notSent} ${rest}`);
    addEventListener("online", () => say(below(form), t.back), { once: true });
  }

  function restore(form, draft) {
    const [{ responseStatus } = {}] = performance.getEntriesByType("navigation");
    asksToBeForgotten(form);
    if (responseStatus === 422 || document.querySelector(".aksel-error-summary")) return; // it came through, and stands there
    const before = JSON.stringify(fieldsOf(form));
    if (before === JSON.stringify(draft.fields)) return forget(draft.address); // it had come through
    fillIn(form, draft.fields);
    const discard = make("button", "aksel-button aksel-button--small");
    Object.assign(discard, { type: "button" }).dataset.variant = "tertiary";
    discard.append(make("span", "aksel-label aksel-label--small", t.discard));
    discard.addEventListener("click", () => {
      forget(draft.address);
      location.reload();
    });
    say((box) => form.prepend(box), t.restored, make("br", ""), discard);
  }

  // --- when a page is opened ---------------------------------------------------------------------------

  if (keptFor) dropPages((name) => name !== `sider-${keptFor}`);
  if (sent && !kept) forget(sent);
  for (const { address, at, for: whose } of allDrafts()) {
    const isOld = Math.abs(Date.now() - at) > 7 * day;
    if (isOld || (isSignedIn && whose !== keptFor)) forget(address);
  }
  const drafts = isSignedIn ? allDrafts() : [];
  const forms = [...document.querySelectorAll("form[data-draft]")];
  for (const draft of drafts) {
    const form = forms.find((one) => addressOf(one) === draft.address);
    if (form) restore(form, draft);
    else if (main && draft.path.startsWith("/") && !document.querySelector("[data-offline-says]")) {
      const link = make("a", "aksel-link aksel-link--inline-text", draft.title);
      link.href = draft.path;
      say((box) => main.prepend(box), `${t.waiting} `, link);
    }
  }

  // --- when something is sent --------------------------------------------------------------------------

  let pending = null;
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || (event.submitter?.formMethod || form.method) !== "post") return;
    const isSigningOut = addressOf(form) === "/logg-ut";
    if (isSigningOut) forgetAll();
    pending = form;
    if (navigator.onLine !== false) return;
    event.preventDefault();
    if (isSigningOut) say((box) => main.prepend(box), t.stillIn);
    else notSent(form);
  });
  navigator.serviceWorker?.addEventListener("message", ({ data }) => {
    if (pending && data.notSent === addressOf(pending)) notSent(pending);
  });

  function forgetAll() {
    for (const { address } of allDrafts()) forget(address);
    dropPages(() => true);
  }

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

  // --- the worker --------------------------------------------------------------------------------------

  async function register() {
    const { serviceWorker } = navigator;
    if (serviceWorker.controller?.scriptURL.endsWith("/uten-nett.js")) return;
    for (const one of await serviceWorker.getRegistrations())
      if (new URL(one.scope).pathname !== "/") await one.unregister(); // the one for "Whom do I ring?" alone
    await serviceWorker.register("/uten-nett.js");
    const { active } = await serviceWorker.ready;
    active.postMessage({ keep: location.pathname + location.search });
  }
  if (isSignedIn && !kept && "serviceWorker" in navigator)
    addEventListener("load", () => setTimeout(() => register().catch(ignore), 1000));
}
