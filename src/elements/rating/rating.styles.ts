/** The row of faces: words below each where there is room, else below the ends and the chosen one. */
import { css } from 'lit';

export const ratingStyles = css`
  fieldset {
    display: grid;
    align-content: center;
    min-height: calc(var(--curtsy-room, 0px) - var(--_space) * 12 - 2px);
  }
  .chips {
    min-height: 0;
  }
  .options {
    --_face: var(--curtsy-rating-face, 48px);
    position: relative;
    display: grid;
    grid-auto-columns: minmax(0, 1fr);
    grid-auto-flow: column;
    gap: var(--_space);
    margin: calc(var(--_space) * 4) calc(var(--_space) * -2) 0;
    text-align: center;
  }
  .options label {
    position: static;
    display: grid;
    align-items: center;
    justify-items: center;
    min-width: 0;
    padding: calc(var(--_space) * 2) 0;
    font-size: 0.75em;
  }
  .options input {
    position: static;
    grid-area: 1/1/3/2;
    align-self: stretch;
    height: auto;
  }
  .options label:not(:has(:checked)) {
    color: var(--_muted);
  }
  .label {
    display: grid;
    align-items: center;
    width: min-content;
    max-width: 100%;
    min-height: 2.6em;
    overflow-wrap: break-word;
    hyphens: manual;
  }
  .face {
    grid-area: 1/1;
    width: var(--_face);
    max-width: 100%;
    height: var(--_face);
    font-size: calc(var(--_face) * 0.75);
    line-height: var(--_face);
    fill: none;
    stroke: currentColor;
    stroke-width: 2.25;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .emoji .face {
    font-family: 'Apple Color Emoji', 'Segoe UI Emoji', 'Noto Color Emoji';
  }
  label:has(:checked) circle {
    fill: var(--_tint);
  }
  .stars circle {
    display: none;
  }
  .stars label:is(:has(~ label :checked), :has(:checked)) .face {
    color: var(--_ink);
    fill: currentColor;
  }
  .nps {
    grid-template-columns: repeat(6, 1fr);
    grid-auto-flow: row;
    padding-bottom: 2em;
    margin-inline: 0;
  }
  .options.nps label {
    padding: 0;
    border-color: var(--_line);
  }
  .nps .face {
    grid-row: 1/3;
    width: auto;
    height: auto;
    font-size: 1rem;
    line-height: 1;
  }
  .nps .label {
    position: absolute;
    bottom: 0;
    display: block;
    width: auto;
    max-width: 48%;
    min-height: 0;
    text-align: end;
    inset-inline-end: var(--_space);
  }
  .nps label:first-child .label {
    text-align: start;
    inset-inline: var(--_space) auto;
  }
  @container (width <= 24em) {
    .options {
      margin-inline: 0;
    }
    .nps {
      grid-template-columns: repeat(4, 1fr);
      padding-bottom: 3em;
    }
  }
  @container (14em < width <= 24em) {
    .row {
      padding-bottom: 3em;
    }
    .row .label {
      position: absolute;
      inset: auto 0 1.6em;
      display: block;
      width: auto;
      min-height: 0;
    }
    .row label:first-child .label {
      inset-inline-end: 50%;
      text-align: start;
    }
    .row label:last-child .label {
      inset-inline-start: 50%;
      text-align: end;
    }
    .row label:not(:first-child, :last-child) .label {
      bottom: 0;
      opacity: 0;
    }
    .row label:is(:hover, :has(:checked, :focus-visible)) .label {
      opacity: 1;
    }
  }
  @container (width <= 14em) {
    .row {
      grid-auto-flow: row;
    }
    .row label {
      grid-template-columns: auto 1fr;
      gap: calc(var(--_space) * 3);
      justify-items: start;
      font-size: 1em;
      text-align: start;
    }
    .row input {
      grid-area: 1/1/2/3;
    }
    .row .label {
      grid-area: 1/2;
      width: auto;
    }
  }
`;
