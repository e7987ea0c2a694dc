/** Of a card what nobody misses before it is there: how it scrolls, and where the keyboard is. */
import { css } from 'lit';

export const cardRestStyles = css`
  .within {
    overscroll-behavior: contain;
    /* What goes on below fades out in what is room for the last line's distance to Close. */
    mask: linear-gradient(to top, #0000 8px, #000 16px);
  }
  button:focus-visible {
    outline: 2px solid var(--curtsy-focus, currentColor);
    outline-offset: -2px;
  }
`;
