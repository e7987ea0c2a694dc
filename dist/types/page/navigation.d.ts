/**
 * Follows a shop that changes its page without loading another: by the Navigation API, else by `popstate` and a look once a second.
 * The page's `history` is left as it is.
 */
/** Calls `moved` whenever the path has become another, until the returned function is called. */
export declare function onNavigation(moved: () => void): () => void;
