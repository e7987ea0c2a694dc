import { l as languageOf, r as rawSettings, s as say, t as textLanguage } from './language.js';
import { css } from 'lit';

/** English, what stands around a question that comes by itself. */
const englishPrompt = {
    feedback: 'Feedback',
    arrived: 'A question for you: {question}',
    close: 'Close',
    closeFeedback: 'Close feedback',
};

/** The texts of an element that is no question itself, in its language, with what the shop put in their place. */
function textOf(element, key, values) {
    const tag = languageOf(element);
    const given = rawSettings().strings;
    return say(key, textLanguage(tag), [given?.[tag], given?.[tag.split('-')[0]]], values);
}

/**
 * Puts an element back that stood in the body and went with all around it, as when a framework that did not find a page as it
 * expected makes it anew. Who takes it away by itself wants it gone.
 */
const around = new WeakMap();
/** Remembers what stands around `element`. */
function rememberPlace(element) {
    const others = [...document.body.children].filter((other) => !/^(SCRIPT|STYLE|LINK|CURTSY-.*)$/.test(other.nodeName));
    around.set(element, element.parentElement === document.body ? others : []);
}
/** Puts `element` back once it can be seen that all around it has gone too, unless another of its `id` has come. */
function putBack(element) {
    const others = around.get(element) ?? [];
    setTimeout(() => {
        const isWiped = !!others[0] && !others.some((other) => other.isConnected);
        const isMadeAnew = !!element.id && !!document.getElementById(element.id);
        if (isWiped && !element.isConnected && !isMadeAnew)
            document.body.append(element);
    });
}

/**
 * A card in a corner of the window, above everything, never larger than what can be seen of the page: a prompt's or a launcher's.
 * The question inside takes its own card off.
 */
const cardStyles = css `
  :host {
    display: contents;
  }
  .base {
    box-sizing: border-box;
    flex-direction: column;
    padding: 0;
    color: inherit;
    background: var(--curtsy-surface, light-dark(#fff, #1c1d20));
    border: 1px solid oklch(from var(--curtsy-surface, light-dark(#fff, #1c1d20)) 0.5 0 0 / calc(alpha * 0.2));
    border-radius: var(--curtsy-radius, 16px);
    box-shadow: var(--curtsy-shadow, 0 8px 32px rgb(0 0 0 / 0.16));
  }
  .base:popover-open {
    display: flex;
  }
  [popover] {
    position: fixed;
    inset: auto;
    inset-block-end: calc(var(--_edge, 16px) + var(--_keyboard, env(safe-area-inset-bottom, 0px)));
    inset-inline-end: 16px;
    width: min(30rem, 100vw - 32px);
    max-height: min(100dvh - 32px, var(--_seen, 100dvh) - 32px);
    margin: 0;
    overflow: hidden;
  }
  .top {
    inset-block: calc(var(--_edge, 16px) + env(safe-area-inset-top, 0px)) auto;
  }
  .start {
    inset-inline: 16px auto;
  }
  .within {
    overflow: auto;
    overscroll-behavior: contain;
  }
  ::slotted(*) {
    --curtsy-surface: transparent;
    --curtsy-shadow: none;
    max-width: none;
  }
  .close {
    align-self: start;
    min-width: max(24px, var(--curtsy-target, 44px));
    min-height: max(24px, var(--curtsy-target, 44px));
    padding: 0;
    margin: 0 calc(var(--curtsy-space, 4px) * 6) calc(var(--curtsy-space, 4px) * 2);
    font: inherit;
    font-family: var(--curtsy-font, inherit);
    font-size: var(--curtsy-font-size, 1rem);
    color: var(--curtsy-text, light-dark(#1a1a1a, #f1f1f1));
    text-decoration: underline;
    text-underline-offset: 0.25em;
    cursor: pointer;
    background: none;
    border: 0;
  }
  @media (max-width: 416px) {
    .close {
      margin-inline: calc(var(--curtsy-space, 4px) * 4);
    }
  }
  button:focus-visible {
    outline: 2px solid var(--curtsy-focus, currentColor);
    outline-offset: -2px;
  }
`;

export { cardStyles as c, englishPrompt as e, putBack as p, rememberPlace as r, textOf as t };
