/**
 * Follows a shop that changes its page without loading another: by the Navigation API, else by `popstate` and a look once a second.
 * The page's `history` is left as it is.
 */

interface Navigation extends EventTarget {
  currentEntry: unknown;
}

const LOOK_EVERY = 1e3;

/** Calls `moved` whenever the path has become another, until the returned function is called. */
export function onNavigation(moved: () => void): () => void {
  const { navigation } = window as { navigation?: Navigation };
  let path = location.pathname;
  const look = () => {
    if (path === location.pathname) return;
    path = location.pathname;
    moved();
  };
  const timer = navigation ? undefined : setInterval(look, LOOK_EVERY);
  const [target, event] = navigation ? [navigation, 'currententrychange'] : [window, 'popstate'];
  target.addEventListener(event, look);
  return () => {
    clearInterval(timer);
    target.removeEventListener(event, look);
  };
}
