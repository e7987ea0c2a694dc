import { css, html, nothing } from 'lit';
import { f as followSettings, b as addStrings, e as mine } from './question-element.js';

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

/** English, what follows a press on a face or an expectation. */
const englishConversation = {
    optional: '(optional)',
    reasons: 'What was it about?',
    people: 'The people',
    product: 'The product',
    expectation: 'What I was told to expect',
    feeling: 'How it made me feel',
    site: 'The site',
    brand: 'The brand',
    missed: 'Which promise did we miss?',
    comment: 'Tell us more',
    commentHint: 'Please leave out card and account numbers.',
    clear: 'Clear',
    kept: 'Your choice is kept',
    cleared: 'Your choice is cleared',
    sent: 'Sent.',
    refused: 'Not delivered. It is kept on this device.',
    unsaved: 'Not saved. Please try again.',
    memory: 'Kept until you leave this page.',
    thanksLow: 'Thank you. We’re sorry that we let you down.',
    thanksMiddle: 'Thank you for telling us.',
    thanksHigh: 'Thank you. We’re glad that you’re happy.',
    noted: 'We’ve noted: {reason}.',
    thanksLow_people: 'Thank you. We’re sorry that our people let you down.',
    thanksLow_product: 'Thank you. We’re sorry that the product let you down.',
    thanksLow_expectation: 'Thank you. We’re sorry that it wasn’t what we told you.',
    thanksLow_feeling: 'Thank you. We’re sorry for how it made you feel.',
    thanksLow_site: 'Thank you. We’re sorry that the site let you down.',
    thanksShort: 'Thank you. We’re sorry that we fell short.',
    thanksMet: 'Thank you. It’s good to know that we kept to it.',
    thanksExceeded: 'Thank you. We’re glad that it was better than you expected.',
};

/** Follows changes of language: of `lang` and `dir` around an element, and of the settings. */
/** Calls `changed` whenever the language of `element` may have changed, for as long as it stands in a page. */
function followLanguage(element, changed) {
    const observer = new MutationObserver(changed);
    const options = { attributes: true, attributeFilter: ['lang', 'dir'], subtree: true };
    let unfollow = () => { };
    element.addController({
        hostConnected() {
            // The document, and the shadow tree that the element stands in, which that doesn't reach into.
            observer.observe(document, options);
            observer.observe(element.getRootNode(), options);
            unfollow = followSettings(changed);
        },
        hostDisconnected() {
            observer.disconnect();
            unfollow();
        },
    });
}

/**
 * What follows a press: the way of an answer into the outbox, reasons and comment, thanks in words that fit, and the truth about
 * what became of it. A chunk of its own, fetched when a face can be pressed.
 */
addStrings('en', englishConversation);
/** The preset of reasons: what a shopper's impression of a shop is made of. */
const EXPERIENCE = ['people', 'product', 'expectation', 'feeling', 'site', 'brand'];
const COMMENT_LENGTH = 1000;
/** How long sending may take before it is said that the answer is only saved, in milliseconds. */
const A_MOMENT = 1500;
let outbox;
/** Takes over an element that can be pressed, and what was said to it before. */
function begin(element, chunk) {
    outbox = chunk;
    outbox.prepare(true);
    const sheets = element.shadowRoot.adoptedStyleSheets;
    if (!sheets.includes(conversationStyles.styleSheet))
        sheets.push(conversationStyles.styleSheet);
    followLanguage(element, () => element.speak());
    // Also for a language that changed before this could follow it.
    element.speak();
    if (mine.has(element.said?.key ?? ''))
        void tell(element, element.said);
}
/** Stores what was said, and tells the element and the page what became of it. */
async function tell(element, said) {
    const { complete, key } = said;
    element.busy = complete;
    if (complete && !element.emit('submit', { response: outbox.preview(said) }, true)) {
        element.busy = false;
        element.stage = 'chosen';
        element.said = undefined;
        return outbox.retract(key);
    }
    try {
        const receipt = await outbox.submit(said, (stored, settled) => told(element, said, stored, settled));
        element.emit('saved', receipt);
        // What was said since then has its own say.
        if (element.said !== said)
            return;
        if (complete)
            await thank(element, receipt);
        else
            element.note = 'kept';
    }
    catch (error) {
        const { code } = error;
        const { id, revision } = outbox.preview(said);
        element.emit('rejected', { id, revision, status: 0, reason: code });
        element.busy = false;
        element.note = 'unsaved';
    }
}
async function thank(element, { durable }) {
    element.stage = 'thanked';
    element.dataset.receipt = 'saved';
    element.note = element.note === 'saved' ? 'saved' : '';
    setTimeout(() => {
        if (element.dataset.receipt === 'saved')
            element.note = durable === 'memory' ? 'memory' : 'saved';
    }, A_MOMENT);
    await element.updateComplete;
    if (!element.hosted)
        element.renderRoot.querySelector('[part~=thanks]')?.focus();
}
/** The endpoint has taken or refused what was said, perhaps long after. */
function told(element, said, { id, revision }, { acknowledged: sent, status, reason }) {
    element.emit(sent ? 'delivered' : 'rejected', { id, revision, status, ...(!sent && { reason }) });
    if (element.said !== said || !said.complete)
        return;
    element.dataset.receipt = sent ? 'sent' : 'refused';
    // Good news is only told to somebody who was told that it was on its way.
    if (!sent || element.note)
        element.note = sent ? 'sent' : 'refused';
}
/** The button that takes a choice back. */
function clearing(element) {
    const clear = async () => {
        const { said } = element;
        element.reset();
        element.note = 'cleared';
        element.emit('change', { score: undefined });
        if (said)
            outbox.retract(said.key).catch(() => { });
        await element.updateComplete;
        element.focus();
    };
    return html `<button class="quiet" type="button" @click=${clear}>${element.text('clear')}</button>`;
}
/** Chips and comment. */
function details(element) {
    const { picked } = element;
    const choices = choicesOf(element);
    const optional = html `<span class="optional">${element.text('optional')}</span>`;
    const toggle = ({ target }) => {
        const { checked, value } = target;
        picked[checked ? 'add' : 'delete'](value);
        element.chosen();
    };
    return html `${choices[0] &&
        html `<fieldset class="chips" part="reasons">
      <legend>${element.text(element.kind === 'rating' ? 'reasons' : 'missed')} ${optional}</legend>
      ${choices.map(({ value, label }) => html `<label part="reason"
            ><input type="checkbox" .value=${value} .checked=${picked.has(value)} @change=${toggle} />${label}</label
          >`)}
    </fieldset>`}
  ${element.oneOf('comment', element.comment, ['optional', 'none']) === 'optional'
        ? html `<div class="comment">
          <label class="name" for="comment">${element.text('comment')} ${optional}</label>
          <textarea id="comment" part="comment" rows="3" maxlength=${COMMENT_LENGTH} aria-describedby="hint"></textarea>
          <span class="hint" id="hint">${element.text('commentHint')}</span>
        </div>`
        : nothing}`;
}
/** Thanks that fit the answer and what it was first about. */
function thanks(element) {
    const mood = `thanks${moodOf(element.said.answer)}`;
    const [first] = element.picked;
    const reason = choicesOf(element).find(({ value }) => value === first)?.label;
    return ((element.chips() === 'experience' && element.text(`${mood}_${first}`)) ||
        element.text(mood) + (reason ? ` ${element.text('noted', { reason })}` : ''));
}
function moodOf(answer) {
    const { score, scale } = answer;
    if ('verdict' in answer)
        return score < 0 ? 'Short' : score ? 'Exceeded' : 'Met';
    // NPS counts 0 to 6 as detractors, 9 and 10 as promoters; elsewhere the middle is the middle.
    const [low, high] = scale === 11 ? [6, 9] : [scale / 2, scale / 2 + 1];
    return score <= low ? 'Low' : score >= high ? 'High' : 'Middle';
}
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

var conversation = /*#__PURE__*/Object.freeze({
  __proto__: null,
  begin: begin,
  choicesOf: choicesOf,
  clearing: clearing,
  details: details,
  tell: tell,
  thanks: thanks
});

export { conversationStyles as a, conversation as b, choicesOf as c };
