// Enhancements only: every page works without this file.

// A double press sends a form once.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.dataset.isSent) {
    event.preventDefault();
    return;
  }
  form.dataset.isSent = "yes";
  setTimeout(() => delete form.dataset.isSent, 4000);
});

// A page that shows how far something has come looks again by itself.
const waiting = document.querySelector("[data-look-again]");
if (waiting) setTimeout(() => location.reload(), Number(waiting.dataset.lookAgain));

// The menu closes when one presses elsewhere, and on Escape, which gives the focus back.
const more = document.querySelector(".header-more");
document.addEventListener("click", (event) => {
  if (more?.open && !more.contains(event.target)) more.open = false;
});
more?.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !more.open) return;
  more.open = false;
  more.querySelector("summary").focus();
});
