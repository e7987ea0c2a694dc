/** Answers below each other, each with a drawn radio. */
import { css } from 'lit';

export const expectationStyles = css`
  .promise {
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
    margin-bottom: calc(var(--_space) * 4);
    background: color-mix(in oklab, var(--_text) 5%, transparent);
    border-radius: calc(var(--_radius) * 0.625);
  }
  .options {
    display: grid;
    gap: calc(var(--_space) * 2);
    margin-top: calc(var(--_space) * 4);
  }
  .options label {
    gap: calc(var(--_space) * 3);
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 3);
    border-color: var(--_line);
  }
  .options label::before {
    box-sizing: border-box;
    flex: none;
    width: 20px;
    height: 20px;
    content: '';
    border: 2px solid var(--curtsy-border, light-dark(#82827f, #7d7e83));
    border-radius: 50%;
  }
  .options label:has(:checked)::before {
    border: 6px solid var(--_ink);
  }
`;
