// Counts the minutes of the item that is on; the page has counted them already without this file.
const clock = document.querySelector("[data-ends]");
// The server's clock is the one that counts: a phone that is wrong is wrong by the same all the time.
const shown = Number(/\d+/.exec(clock?.textContent ?? "")?.[0] ?? 0);

if (clock) {
  const isOver = clock.textContent.trim() === clock.dataset.over.replace("{n}", String(shown));
  const opened = performance.now();
  const leftAtOpening = isOver ? -shown : shown;
  setInterval(() => {
    const left = leftAtOpening - Math.floor((performance.now() - opened) / 60_000);
    clock.textContent = (left >= 0 ? clock.dataset.left : clock.dataset.over).replace(
      "{n}",
      String(Math.abs(left)),
    );
    clock.classList.toggle("day-left--over", left < 0);
  }, 5_000);
}
