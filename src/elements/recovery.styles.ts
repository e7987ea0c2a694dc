/** The offer below the thanks, and the form in its place: on the same card, not on a card of its own. */
import { css } from 'lit';

export const recoveryStyles = css`
  .recover {
    --_edge: calc(var(--_space) * -6 - 1px);
    margin-top: calc(var(--_space) * 2);
  }
  .recover.open {
    padding-top: 1px;
    margin-top: calc(var(--_space) * 5);
    border-top: 1px solid var(--_line);
  }
  ::slotted([slot='recover']) {
    --curtsy-surface: transparent !important;
    --curtsy-shadow: none !important;
    width: auto !important;
    max-width: none !important;
    margin: -1px var(--_edge) var(--_edge) !important;
  }
  .open > .actions {
    margin-top: calc(var(--_space) * 2);
  }
  .open ~ .receipt {
    display: none;
  }
  .recover > .quiet,
  .open .quiet {
    margin: 0 -2px calc(var(--_space) * -2);
    text-align: start;
  }
  @container (max-width: 24em) {
    .recover {
      --_edge: calc(var(--_space) * -4 - 1px);
    }
    .recover[role] .actions {
      row-gap: calc(var(--_space) * 2);
    }
    .recover[role] button {
      flex: 1 0 auto;
      max-width: 100%;
    }
  }
`;
