/** The confirmation, and what can be done with it. */
import { css } from 'lit';

export const confirmationStyles = css`
  slot h2,
  svg + h2 {
    margin-top: calc(var(--_space) * 2);
  }
  h2 + .after {
    margin-top: calc(var(--_space) * 5);
  }
  .sent svg {
    color: var(--curtsy-positive, light-dark(#157a3c, #4ade80));
  }
  .refused svg {
    color: var(--_danger);
  }
  .reference {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_space) * 5);
    align-items: center;
  }
  [part='reference'] {
    font:
      600 1.125em/1.5 ui-monospace,
      monospace;
    user-select: all;
  }
`;
