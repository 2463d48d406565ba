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

// Whoever signs out takes the sheet that was kept for offline use with them.
document.addEventListener("submit", (event) => {
  if (event.target.getAttribute("action") === "/logg-ut" && "caches" in window) caches.delete("ring");
});
