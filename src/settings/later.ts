/** Chunks that come after the first: fetched again until they are there, since a shop's network comes and goes. */

/** Calls `load` until it succeeds, waiting 1 s, 2 s, 4 s … up to a minute, or less when the browser comes online. */
export async function later<T>(load: () => Promise<T>): Promise<T> {
  for (let wait = 1e3; ; wait = Math.min(wait * 2, 6e4)) {
    try {
      return await load();
    } catch (error) {
      console.debug('[curtsy]', error);
      await new Promise((go) => {
        setTimeout(go, wait);
        addEventListener('online', go, { once: true });
      });
    }
  }
}

/** Runs `task` when the page has nothing better to do; Safari has no idle callback. */
export function atIdle(task: () => void): void {
  // A page that is never idle gets it after two seconds; to `setTimeout` these options mean at once.
  (window.requestIdleCallback ?? setTimeout)(task, { timeout: 2e3 });
}
