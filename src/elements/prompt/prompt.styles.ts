/** Of a prompt what nobody sees, and what is seen once somebody gets there by keyboard. */
import { css } from 'lit';

export const promptStyles = css`
  [role='status'] {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  button:focus-visible {
    outline: 2px solid var(--curtsy-focus, currentColor);
    outline-offset: -2px;
  }
`;
