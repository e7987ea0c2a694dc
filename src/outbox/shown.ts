/**
 * A page in the back/forward cache may hold nothing that others wait for: Safari keeps its transactions open there, Firefox its
 * requests for a lock, and every later page of the origin would wait until the cached one is gone (w3c/IndexedDB#381).
 */

let back: Promise<unknown> | undefined;

addEventListener('pagehide', ({ persisted }) => {
  if (!persisted) return;
  back = new Promise((resolve) => addEventListener('pageshow', resolve, { once: true })).then(() => (back = undefined));
});

/** To be waited for before anything is begun that others wait for: undefined, or the page's return from the cache. */
export const shown = (): Promise<unknown> | undefined => back;
