/** A card beside its anchor instead of in a corner; only a prompt with `anchor` has this sheet. */
import { css } from 'lit';

export const besideStyles = css`
  .base[data-side] {
    box-sizing: border-box;
    width: min(30rem, 100vw - 32px);
    inset: var(--_y) auto auto var(--_x);
    max-height: var(--_room);
  }
`;
