/** What stands in the form, from what it is about to the box for more: every label above its field, one address at a time. */
import { html, nothing, type TemplateResult } from 'lit';
import { choicesOf, type Choice } from '../choice.js';
import type { CurtsyCallback } from './callback.js';
import type { Channel } from './offers.js';
import { keptAddress, look } from './request.js';
import { sign } from './sign.js';

const NOTE_LENGTH = 1000;

/** @param offered the countries of numbers, as they are shown */
export function fields(element: CurtsyCallback, offered: Choice[]): TemplateResult {
  const { ways, field, topic, problem, times } = element;
  const before = element.view === 'change' ? element.request : undefined;
  const known = before ?? element.customer;
  const topics = choicesOf(element);
  const text = (key: string) => element.text(key);
  const optional = html` <span class="optional">${text('optional')}</span>`;
  const kept = keptAddress(element);
  // Which countries there are is known later.
  const isOneCountry = /^\W*\w+\W*$/.test(element.countries ?? '');
  const named = ways.map((value) => ({ value, label: text(`channel_${value}`) }));
  return html`${times?.problems()}
    ${
      topics[0] &&
      html`<fieldset
        class="chips"
        part="options"
        @click=${takeBack}
        @keyup=${takeBack}
        @change=${(event: Event) => (element.topic = valueOf(event))}
      >
        <legend>${text('topic')}${optional}</legend>
        ${radios('topic', topics, topic)}
      </fieldset>`
    }
    ${
      ways[1] &&
      html`<fieldset class="chips" part="options" @change=${pickChannel}>
        <legend>${text('channel')}</legend>
        ${radios('channel', named, element.way, ways[0])}
      </fieldset>`
    }
    ${
      ways.some((way) => way !== 'email')
        ? html`<div class="row" ?hidden=${field !== 'phone'}>
            ${
              isOneCountry
                ? nothing
                : labelled(
                    'country',
                    html`<select id="country" class="entry" part="field" @change=${pickCountry}>
                      ${offered.map(({ value, label }) => html`<option value=${value}>${label}</option>`)}
                    </select>`,
                  )
            }
            ${address('phone', 'tel')}
          </div>`
        : nothing
    }
    ${ways.includes('email') ? html`<div class="row" ?hidden=${field !== 'email'}>${address('email', 'email')}</div>` : nothing}
    ${kept ? html`<p class="hint" id="kept">${element.text('asBefore', { address: element.contact?.keptMasked(element) })}</p>` : nothing}
    <div id="problem" part="error" role="alert">
      ${
        problem &&
        html`<b class="problem ${problem}" ?data-mended=${element.mended}
          >${sign()}<span>${text(`${problem}_${field}`)}</span></b
        >`
      }
    </div>
    <p class="hint" id="consent">
      ${element.purpose} ${element.privacyUrl && html`<a href=${element.privacyUrl}>${text('privacy')}</a>`}
    </p>
    ${
      element.hours && element.way === 'phone' && (times?.terms ?? !times)
        ? html`<fieldset class="chips when" part="options">
            <legend>${text('when')}</legend>
            ${times?.field()}
          </fieldset>`
        : nothing
    }
    ${labelled(
      'name',
      html`<input
        id="name"
        class="entry"
        name="name"
        part="field"
        autocomplete="name"
        dir="auto"
        value=${known?.name}
      />`,
      optional,
    )}
    ${
      element.oneOf('comment', element.comment, ['optional', 'none']) === 'optional'
        ? labelled(
            'note',
            html`<textarea
                id="note"
                name="note"
                part="field comment"
                rows="2"
                dir="auto"
                maxlength=${NOTE_LENGTH}
                aria-describedby="hint"
                .value=${before?.note ?? ''}
              ></textarea>
              <p class="hint" id="hint">${text('commentHint')}</p>`,
            optional,
          )
        : nothing
    }
    ${
      element.marketing &&
      html`<div class="field box">
        <input type="checkbox" id="marketing" name="marketing" ?checked=${before?.consent.marketing} /><label
          for="marketing"
          >${element.marketing}</label
        >
      </div>`
    }
    <input class="unseen" name="website" tabindex="-1" autocomplete="off" aria-hidden="true" />`;

  /** What is optional can be taken back, by hand or with the space bar; a radio does not do that by itself. */
  function takeBack(event: Event): void {
    const radio = event.target as HTMLInputElement;
    if (!topic || radio.value !== topic || ((event as KeyboardEvent).key ?? ' ') !== ' ') return;
    if (event.type === 'keyup') event.preventDefault();
    radio.checked = false;
    element.topic = undefined;
  }

  function pickChannel(event: Event): void {
    element.channel = valueOf(event) as Channel;
    element.problem = undefined;
  }

  function pickCountry(event: Event): void {
    element.region = valueOf(event);
    element.problem = undefined;
  }

  /** Follows a number into its own country, and looks again at what was wrong. */
  function recheck(): void {
    const looked = look(element, element.typed());
    element.region = looked.country ?? element.region;
    if (!problem) return;
    element.mended = !looked.problem;
    element.problem = looked.problem ?? problem;
  }

  function labelled(name: string, control: TemplateResult, after?: TemplateResult): TemplateResult {
    return html`<div class="field">
      <label class="name" for=${name}>${text(name)}${after}</label>
      ${control}
    </div>`;
  }

  /** What is required: numbers and addresses run from left to right in every language. */
  function address(name: 'phone' | 'email', type: string): TemplateResult {
    return labelled(
      name,
      html`<input
        id=${name}
        class="entry"
        name=${name}
        type=${type}
        part="field"
        dir="ltr"
        autocomplete=${type}
        inputmode=${type}
        enterkeyhint="send"
        ?required=${!kept}
        value=${before ? '' : element.customer?.[name]}
        aria-describedby="kept problem consent"
        aria-invalid=${problem === 'missing' && !element.mended}
        @change=${recheck}
      />`,
    );
  }
}

const valueOf = ({ target }: Event): string => (target as HTMLInputElement).value;

/** Radios as chips; `usual` is the one that a reset of the form goes back to. */
function radios(name: string, choices: Choice[], chosen: string | undefined, usual?: string): TemplateResult[] {
  return choices.map(
    ({ value, label }) =>
      html`<label part=${value === chosen ? 'option option--selected' : 'option'}
        ><input
          type="radio"
          name=${name}
          value=${value}
          ?checked=${value === usual}
          .checked=${value === chosen}
        />${label}</label
      >`,
  );
}
