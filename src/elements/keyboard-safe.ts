/** Keeps a card at the window's edge above a phone's keyboard, and no higher than what can be seen (`visualViewport`). */

/** Fits `base`, now and as the keyboard comes and goes, until what is returned is called. */
export function keyboardSafe(base: HTMLElement): () => void {
  const view = window.visualViewport!;
  const fit = () => {
    base.style.setProperty('--_seen', `${view.height}px`);
    base.style.setProperty('--_keyboard', `${Math.max(0, innerHeight - view.height - view.offsetTop)}px`);
  };
  view.addEventListener('resize', fit);
  view.addEventListener('scroll', fit);
  fit();
  return () => {
    view.removeEventListener('resize', fit);
    view.removeEventListener('scroll', fit);
  };
}
