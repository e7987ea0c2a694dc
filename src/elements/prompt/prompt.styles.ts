/** A prompt at its own place in the page, and what only a screen reader sees of it. */
import { css } from 'lit';

export const promptStyles = css`
  .inline {
    display: flex;
  }
  .inline[hidden] {
    display: none;
  }
  [role='status'] {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
