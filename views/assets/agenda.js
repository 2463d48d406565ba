// The minutes of the agenda while one types; the page has counted them already without this file.
const form = document.querySelector("[data-agenda]");
const figure = form?.querySelector("[data-sums]");

function count() {
  const { available, dialogue } = figure.dataset;
  const talk = dialogue.split(" ");
  const sums = { professional: 0, dialogue: 0, practical: 0 };
  for (const field of form.querySelectorAll("[name^=minutter-]")) {
    const number = field.name.slice("minutter-".length);
    const kind = form.elements[`slag-${number}`]?.value ?? "";
    const minutes = /^\s*\d{1,3}\s*$/.test(field.value) ? Number(field.value) : 0;
    sums[talk.includes(kind) ? "dialogue" : kind] += minutes;
  }
  return { ...sums, left: Number(available) - sums.professional - sums.dialogue - sums.practical };
}

function show() {
  const sums = count();
  const whole = Math.max(Number(figure.dataset.available), Number(figure.dataset.available) - sums.left, 1);
  const share = (n) => String((n * 100) / whole);
  let at = 0;
  for (const part of ["professional", "dialogue", "practical"]) {
    const bar = figure.querySelector(`[data-bar=${part}]`);
    bar.setAttribute("x", share(at));
    bar.setAttribute("width", share(sums[part]));
    figure.querySelector(`[data-sum=${part}]`).textContent = String(sums[part]);
    at += sums[part];
  }
  const over = figure.querySelector("[data-bar=over]");
  over.setAttribute("x", share(Number(figure.dataset.available)));
  over.setAttribute("width", share(Math.max(0, -sums.left)));
  const words = figure.querySelector("[data-left-words]");
  const { left, over: tooMuch, full } = figure.dataset;
  const template = sums.left > 0 ? left : sums.left < 0 ? tooMuch : full;
  words.textContent = template.replace("{n}", String(Math.abs(sums.left)));
  words.classList.toggle("split-left--over", sums.left < 0);
}

if (figure) {
  form.addEventListener("input", show);
  form.addEventListener("change", show);
}
