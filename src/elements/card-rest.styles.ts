/** Of a card what comes a moment later: a phone's keyboard and notch, how it scrolls, and where the keyboard's focus is. */
import { css } from 'lit';

export const cardRestStyles = css`
  [popover] {
    box-shadow: var(--curtsy-shadow, 0 8px 32px rgb(0 0 0 / 0.16));
    max-height: calc(
      var(--_seen, 100dvh) - var(--_edge, 16px) -
        18px - env(safe-area-inset-bottom, 0px) - env(safe-area-inset-top, 0px)
    );
  }
  [popover]:where(:not([class*='top'])) {
    inset-block-end: calc(var(--_edge, 16px) + max(var(--_keyboard, 0px), env(safe-area-inset-bottom, 0px)));
  }
  .within {
    overscroll-behavior: contain;
    /* What goes on below fades out in what is room for the last line's distance to Close. */
    mask: linear-gradient(to top, #0000 8px, #000 16px);
  }
  .close {
    /* Above what fades out there. */
    position: relative;
    text-align: center;
    cursor: pointer;
    text-underline-offset: 0.25em;
  }
  button:focus-visible {
    outline: 2px solid var(--curtsy-focus, currentColor);
    outline-offset: -2px;
  }
`;
