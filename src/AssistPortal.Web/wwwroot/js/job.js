// Shows how far a job is while it runs, part by part; what somebody is at with the keyboard stays as it is. The job
// itself goes on without the page.
const every = 2_000;
const live = document.getElementById("job-live");
const told = document.getElementById("job-told");

const show = (next) => {
  const isOver = next.dataset.running !== "true";
  for (const part of live.querySelectorAll("[data-live]")) {
    const isUsed = part.contains(document.activeElement);
    if (!isUsed || (isOver && part.id === "job-acts")) {
      part.replaceWith(next.querySelector(`#${part.id}`));
      if (isUsed) {
        document.getElementById("job-progress-title").focus();
      }
    }
  }

  live.dataset.running = next.dataset.running;
  if (isOver) {
    told.textContent = next.dataset.told;
  }
};

const refresh = async () => {
  if (!document.hidden) {
    try {
      const answer = await fetch(location.href, { credentials: "same-origin" });
      const page = answer.ok && !answer.redirected ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
      const next = page?.getElementById("job-live");
      if (next) {
        show(next);
      }
    } catch {
      // The next round tries again.
    }
  }

  if (live.dataset.running === "true") {
    setTimeout(refresh, every);
  }
};

if (live.dataset.running === "true") {
  setTimeout(refresh, every);
}
