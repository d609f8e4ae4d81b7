// Shows how far a job is while it runs. The job itself goes on without the page.
const every = 2_000;
const told = document.getElementById("job-told");

const refresh = async () => {
  const live = document.getElementById("job-live");
  if (live?.dataset.running !== "true") {
    return;
  }

  // Nobody looks, or somebody is about to press a button or follow a link.
  if (!document.hidden && !live.contains(document.activeElement)) {
    try {
      const answer = await fetch(location.href, { credentials: "same-origin" });
      const next = answer.ok && !answer.redirected ? new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("job-live") : null;
      if (next && !live.contains(document.activeElement)) {
        live.replaceWith(next);
        if (next.dataset.running !== "true") {
          told.textContent = next.dataset.told;
        }
      }
    } catch {
      // The next round tries again.
    }
  }

  setTimeout(refresh, every);
};

setTimeout(refresh, every);
