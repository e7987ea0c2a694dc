/**
 * The card and the question: what is seen up to a first press; the rest is in `conversation.styles.ts`. Tokens are read here and
 * never declared, so a value on the page, a section or one element holds; `--_` names are this project's own.
 *
 * `--_ink` is the accent as a line or as text on the surface: made darker in light schemes and lighter in dark ones, as far as
 * 4.5:1 needs.
 */
import { css } from 'lit';

export const questionStyles = css`
  :host {
    box-sizing: border-box;
    display: grid;
    width: 100%;
    max-width: 30rem;
    container-type: inline-size;
  }
  :host([hidden]) {
    display: none;
  }
  .base {
    all: initial;
    --_accent: var(--curtsy-accent, #3b5bdb);
    --_surface: var(--curtsy-surface, light-dark(#fff, #1c1d20));
    --_text: var(--curtsy-text, light-dark(#1a1a1a, #f1f1f1));
    --_muted: var(--curtsy-muted, light-dark(#5c5c5c, #a9a9ad));
    --_line: color-mix(in oklab, var(--_text) 16%, transparent);
    --_ink: light-dark(oklch(from var(--_accent) min(l, 0.48) c h), oklch(from var(--_accent) max(l, 0.76) c h));
    --_tint: color-mix(in oklab, var(--_ink) 9%, transparent);
    --_space: var(--curtsy-space, 4px);
    --_radius: var(--curtsy-radius, 16px);
    --_target: max(24px, var(--curtsy-target, 44px));
    display: flex;
    flex-wrap: wrap;
    align-content: start;
    align-items: center;
    padding: calc(var(--_space) * 6);
    font: inherit;
    font-family: var(--curtsy-font, inherit);
    font-size: var(--curtsy-font-size, 1rem);
    line-height: 1.5;
    color: var(--_text);
    color-scheme: inherit;
    visibility: inherit;
    overflow-wrap: anywhere;
    hyphens: auto;
    hyphenate-limit-chars: 14 5 5;
    background: var(--_surface);
    border: var(--_frame, 1px) solid oklch(from var(--_surface) 0.5 0 0 / calc(alpha * 0.2));
    border-radius: var(--_radius);
    box-shadow: var(--curtsy-shadow, 0 4px 20px oklch(from var(--_surface) 0 0 0 / calc(alpha * 0.06)));
  }
  .base > * {
    box-sizing: border-box;
    flex: 0 0 100%;
    min-width: 0;
  }
  [data-quiet] :not(label, svg, svg *) {
    color: transparent !important;
  }
  fieldset,
  legend,
  p {
    padding: 0;
    margin: 0;
    border: 0;
  }
  legend {
    font-size: 1.125em;
    font-weight: 600;
    line-height: 1.35;
    text-wrap: balance;
  }
  label {
    position: relative;
    box-sizing: border-box;
    display: flex;
    align-items: center;
    min-height: var(--_target);
    line-height: 1.3;
    cursor: pointer;
    border: 2px solid transparent;
    border-radius: calc(var(--_radius) * 0.75);
  }
  label:has(:checked) {
    font-weight: 600;
    color: var(--_ink);
    background: var(--_tint);
    border-color: currentColor !important;
  }
  label input {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    margin: 0;
    cursor: inherit;
    opacity: 0;
  }
  @container (max-width: 24em) {
    .base {
      padding: calc(var(--_space) * 4);
    }
  }
`;
