/** `window.curtsy`: the calls that a page queues before the script is there, and afterwards the API itself. */

/** Calls such as `['configure', {…}]`, and what the copies of Curtsy on a page share. */
export type PageQueue = unknown[][] & {
  /** The script tags' `data-*`, in their order. */
  tags?: Record<string, unknown>[];
  /** The loader's look for tags in a root that it can't see by itself. */
  seek?: (root: Document | ShadowRoot) => void;
  /** The version whose API is installed. */
  version?: string;
  /** The turns of the page's prompts, with the rules that they go by, for who explains them. */
  manners?: object;
  /** Codes of the warnings that this page has had. */
  warned?: Record<string, true>;
};

/** The page's queue; an element with `id="curtsy"` is not it. */
export function pageQueue(): PageQueue {
  const page = window as unknown as { curtsy: PageQueue };
  return Array.isArray(page.curtsy) ? page.curtsy : (page.curtsy = []);
}
