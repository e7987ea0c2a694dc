/** Keeps a card at the window's edge above a phone's keyboard, and no higher than what can be seen (`visualViewport`). */
/** Fits `base`, now and as the keyboard comes and goes, until what is returned is called. */
export declare function keyboardSafe(base: HTMLElement): () => void;
