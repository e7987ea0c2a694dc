/** The line at the card's foot for whoever looks after the tablet. */
import { css } from 'lit';

export const kioskStyles = css`
  .waiting {
    margin-top: calc(var(--_space) * 4);
    font-size: 0.8125em;
    font-variant-numeric: tabular-nums;
    color: var(--_muted);
  }
`;
