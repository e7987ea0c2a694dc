/** Fields with their labels, and what is said below them. */
import { css } from 'lit';

export const callbackStyles = css`
  .base {
    --_danger: var(--curtsy-danger, light-dark(#b3261e, #f2b8b5));
  }
  .row:not([hidden]) {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_space) * 2);
  }
  .field {
    flex: 1 1 10em;
    margin-top: calc(var(--_space) * 5);
  }
  .field label:hover {
    background: none;
  }
  .entry {
    box-sizing: border-box;
    width: 100%;
    min-height: var(--_target);
    padding: 0 calc(var(--_space) * 3);
    font: inherit;
    font-size: max(1em, 16px);
    color: inherit;
    background: color-mix(in oklab, var(--_text) 2%, transparent);
    border: 1px solid var(--curtsy-border, light-dark(#82827f, #7d7e83));
    border-radius: calc(var(--_radius) * 0.625);
  }
  select.entry {
    padding-inline: calc(var(--_space) * 2) 0;
  }
  .base:dir(rtl) [dir='ltr'] {
    text-align: end;
  }
  [aria-invalid='true'] {
    border-color: var(--_danger);
    box-shadow: inset 0 0 0 1px var(--_danger);
  }
  .problem {
    display: flex;
    gap: calc(var(--_space) * 2);
    margin-top: calc(var(--_space) * 2);
  }
  .missing {
    color: var(--_danger);
  }
  [data-mended] {
    visibility: hidden;
  }
  svg {
    flex: none;
    width: 40px;
    fill: none;
    stroke: currentColor;
    stroke-width: 2.25;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .problem svg {
    width: 1.25em;
    height: 1.5em;
    stroke-width: 4;
  }
  .hint a {
    color: inherit;
  }
  .box {
    display: flex;
    gap: calc(var(--_space) * 3);
    align-items: center;
  }
  .box label {
    border: 0;
  }
  .box input {
    flex: none;
    width: 24px;
    height: 24px;
    margin: 0;
    accent-color: var(--_accent);
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    opacity: 0;
  }
  .when {
    display: block;
    min-height: calc(var(--_target) * 4 + 4.5em);
  }
  .after {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_space) * 5);
    margin-top: calc(var(--_space) * 2);
  }
  .after .quiet {
    margin-inline: -2px;
  }
  .actions:has(.promise) {
    flex-basis: 100%;
    align-items: center;
  }
  .promise {
    flex: 1 1 8em;
    min-height: 1.5em;
    font-size: 0.875em;
    color: var(--_muted);
  }
  @container (max-width: 24em) {
    .when {
      min-height: calc(var(--_target) * 5 + 6.5em);
    }
    .submit,
    .promise {
      flex-basis: 100%;
    }
  }
`;
