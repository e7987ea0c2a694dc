import { css } from 'lit';

/** English, what stands beside the fields of every form. */
const englishForm = {
    optional: '(optional)',
    commentHint: 'Please leave out card and account numbers.',
};

/**
 * What needs no place before a press: Send, chips, the comment, thanks, and how things answer to a hand. A press before this is
 * there sees the browser's own Send.
 *
 * `--_on` is 1 or 0, white or black, whichever has more contrast on the accent: at a luminance of 0.179 both have 4.58:1 (WCAG
 * 2.2, relative luminance).
 */
const conversationStyles = css `
  label {
    transition:
      background var(--curtsy-motion, 140ms),
      border-color var(--curtsy-motion, 140ms);
  }
  label:has(input):hover {
    background: var(--_tint);
  }
  :disabled ~ *,
  label:has(:disabled),
  [aria-disabled='true'] {
    cursor: default;
    opacity: 0.6;
  }
  h2 {
    margin: 0;
    font-size: 1.125em;
    font-weight: 600;
    line-height: 1.35;
    text-wrap: balance;
  }
  label:has(:focus-visible),
  :focus-visible:not(label *) {
    outline: 2px solid var(--curtsy-focus, var(--_text));
    outline-offset: 2px;
    box-shadow: 0 0 0 2px var(--_surface);
  }
  button {
    min-height: var(--_target);
    padding: 0 calc(var(--_space) * 4.5);
    font: inherit;
    cursor: pointer;
    border: 2px solid transparent;
    border-radius: calc(var(--_radius) * 0.625);
    text-underline-offset: 0.25em;
    overflow-wrap: break-word;
  }
  .submit {
    --_on: clamp(0, (0.179 - y) * 9999, 1);
    font-weight: 600;
    color: color(from var(--_accent) xyz-d65 calc(0.95 * var(--_on)) calc(var(--_on)) calc(1.089 * var(--_on)));
    background: var(--_accent);
  }
  h2:focus:not(:focus-visible) {
    outline: 0;
  }
  ::slotted([slot='thanks-extra']),
  ::slotted([slot='footer']) {
    flex: 0 0 100%;
    margin-top: calc(var(--_space) * 4);
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2);
    margin-top: calc(var(--_space) * 5);
  }
  .name {
    display: block;
    min-height: 0;
    border: 0;
  }
  .chips legend,
  .name {
    margin-bottom: calc(var(--_space) * 2);
    font-size: 1em;
    font-weight: 600;
  }
  .optional {
    font-weight: 400;
    color: var(--_muted);
  }
  .chips label {
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 4);
    border-color: var(--_line);
    border-radius: calc(var(--_target) / 2);
  }
  .chips label:has(:checked) {
    font-weight: inherit;
    box-shadow: inset 0 0 0 1px;
  }
  .comment {
    display: grid;
    margin-top: calc(var(--_space) * 5);
  }
  textarea {
    box-sizing: border-box;
    width: 100%;
    min-height: calc(var(--_target) * 2);
    padding: calc(var(--_space) * 2.5) calc(var(--_space) * 3);
    font: inherit;
    font-size: max(1em, 16px);
    color: inherit;
    resize: vertical;
    background: color-mix(in oklab, var(--_text) 2%, transparent);
    border: 1px solid var(--curtsy-border, light-dark(#82827f, #7d7e83));
    border-radius: calc(var(--_radius) * 0.625);
  }
  .hint {
    margin-top: var(--_space);
    font-size: 0.8125em;
    color: var(--_muted);
  }
  .actions {
    display: flex;
    flex: 0 1 auto;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 4);
    margin: calc(var(--_space) * 5) 0 0;
    margin-inline-end: calc(var(--_space) * 4);
  }
  .quiet {
    min-width: var(--_target);
    padding: 0;
    color: inherit;
    text-decoration-line: underline;
    text-decoration-color: var(--_line);
    background: none;
  }
  button:hover {
    text-decoration: underline;
  }
  .receipt {
    flex: 1 1 8em;
    font-size: 0.875em;
    color: var(--_muted);
  }
  .receipt:not(:empty) {
    margin-top: calc(var(--_space) * 5);
  }
  .actions + .receipt {
    text-align: end;
  }
  @container (max-width: 24em) {
    .actions {
      flex: 1 0 100%;
      margin-inline-end: 0;
    }
    .actions + .receipt {
      text-align: start;
    }
    .submit {
      flex: 1;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    label {
      transition: none;
    }
  }
  @media (forced-colors: active) {
    label:has(:checked) {
      border: 3px solid Highlight !important;
    }
    .submit {
      border-color: ButtonText;
    }
  }
`;

/** The preset of reasons: what a shopper's impression of a shop is made of. */
const EXPERIENCE = ['people', 'product', 'expectation', 'feeling', 'site', 'brand'];
/** What the shop gave to choose from. */
function choicesOf(element) {
    const given = element.chips() ?? '';
    if (given === 'experience')
        return EXPERIENCE.map((value) => ({ value, label: element.text(value) }));
    if (typeof given !== 'string')
        return given;
    // `value=Label, …`; a part without `=` is both.
    return [...given.matchAll(/\s*([^,=]*[^,=\s])\s*(?:=\s*([^,]*[^,\s]))?/g)].map(([, value, label]) => ({
        value: value,
        label: label ?? value,
    }));
}

export { conversationStyles as a, choicesOf as c, englishForm as e };
