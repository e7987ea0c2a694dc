import { css } from 'lit';

/** English, what stands around a question that comes by itself. */
const englishPrompt = {
    feedback: 'Feedback',
    close: 'Close',
};

/**
 * The card of a prompt or a launcher, made of a question's: in a corner of the window, above everything, never larger than what
 * can be seen of the page. The question inside takes its own card off.
 */
const cardStyles = css `
  :host {
    display: contents;
  }
  .base {
    flex-flow: column;
    align-items: stretch;
    padding: 0;
  }
  .base:is([hidden], [popover]:not(:popover-open)) {
    display: none;
  }
  .base > * {
    flex: 0 1 auto;
  }
  [popover] {
    position: fixed;
    inset-block-end: calc(var(--_edge, 16px) + env(safe-area-inset-bottom, 0px));
    inset-inline-end: 16px;
    width: min(30rem, 100vw - 34px);
    max-height: calc(100dvh - 34px);
  }
  [class*='top'] {
    inset-block: calc(var(--_edge, 16px) + env(safe-area-inset-top, 0px)) auto;
  }
  [class*='start'] {
    inset-inline: 16px auto;
  }
  .within {
    overflow: auto;
  }
  ::slotted(*) {
    --curtsy-surface: transparent;
    --curtsy-shadow: none;
    --_frame: 0px;
    max-width: none;
  }
  .close {
    all: unset;
    align-self: end;
    min-width: var(--_target);
    margin: -8px calc(var(--_space) * 4) calc(var(--_space) * 2);
    line-height: var(--_target);
    text-decoration: underline;
  }
`;

export { cardStyles as c, englishPrompt as e };
