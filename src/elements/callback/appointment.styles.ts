/** Times to choose from, in rows of three, on a small screen of two. */
import { css } from 'lit';

export const appointmentStyles = css`
  #problems {
    display: grid;
    justify-items: start;
    padding: calc(var(--_space) * 3) calc(var(--_space) * 4);
    margin-top: calc(var(--_space) * 4);
    border: 2px solid var(--_danger);
    border-radius: calc(var(--_radius) * 0.75);
  }
  #problems .quiet {
    text-align: start;
  }
  .when .hint {
    margin: 0;
  }
  .when .name {
    padding: 0;
  }
  .day {
    margin-top: calc(var(--_space) * 3);
  }
  .chips .day legend {
    margin-bottom: var(--_space);
    font-size: 0.875em;
    font-weight: 400;
    color: var(--_muted);
  }
  .day legend::first-letter {
    text-transform: uppercase;
  }
  .times {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: calc(var(--_space) * 2);
  }
  .chips .times label {
    justify-content: center;
    min-height: calc(var(--_target) + var(--_space));
    padding: var(--_space) calc(var(--_space) * 2);
    font-variant-numeric: tabular-nums;
    text-align: center;
    border-radius: calc(var(--_radius) * 0.75);
  }
  @container (max-width: 24em) {
    .times {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
`;
