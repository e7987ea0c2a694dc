/**
 * A page in the back/forward cache may hold nothing that others wait for: Safari keeps its transactions open there, Firefox its
 * requests for a lock, and every later page of the origin would wait until the cached one is gone (w3c/IndexedDB#381).
 */
/** To be waited for before anything is begun that others wait for: undefined, or the page's return from the cache. */
export declare const shown: () => Promise<unknown> | undefined;
