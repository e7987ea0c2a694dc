/** What only a screen reader sees of a prompt. */
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
`;
