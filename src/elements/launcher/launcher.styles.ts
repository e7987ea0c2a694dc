/** The button at the page's edge; the card that it opens stands above or below it. */
import { css } from 'lit';

export const launcherStyles = css`
  :host {
    --_target: max(24px, var(--curtsy-target, 44px));
    --_edge: calc(24px + var(--_target));
    --_accent: var(--curtsy-accent, #3b5bdb);
  }
  .opener {
    --_on: clamp(0, (0.179 - y) * 9999, 1);
    position: fixed;
    z-index: var(--curtsy-z, 9999);
    inset: auto;
    inset-block-end: calc(16px + env(safe-area-inset-bottom, 0px));
    inset-inline-end: 16px;
    width: auto;
    min-width: var(--_target);
    min-height: var(--_target);
    padding: 0 calc(var(--curtsy-space, 4px) * 4.5);
    margin: 0;
    font: inherit;
    font-family: var(--curtsy-font, inherit);
    font-size: var(--curtsy-font-size, 1rem);
    font-weight: 600;
    color: color(from var(--_accent) xyz-d65 calc(0.95 * var(--_on)) calc(var(--_on)) calc(1.089 * var(--_on)));
    cursor: pointer;
    background: var(--_accent);
    border: 2px solid transparent;
    border-radius: calc(var(--_target) / 2);
    box-shadow: var(--curtsy-shadow, 0 4px 20px rgb(0 0 0 / 0.12));
  }
  .opener.top {
    inset-block: calc(16px + env(safe-area-inset-top, 0px)) auto;
  }
  .opener.start {
    inset-inline: 16px auto;
  }
  .opener:focus-visible {
    outline-offset: 2px;
  }
  .base:focus {
    outline: 0;
  }
  @media (forced-colors: active) {
    .opener {
      border-color: ButtonText;
    }
  }
`;
