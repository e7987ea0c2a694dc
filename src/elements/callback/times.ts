/** The times to choose from as a shopper sees them: radios by day, the first few at first, and whose clock they go by. */
import { html, nothing, type TemplateResult } from 'lit';
import { byDay, cityOf, clockOf, dayName } from '../../callback/when.js';
import type { Choice } from '../choice.js';
import { bothZones, localeOf } from './agreement.js';
import type { Appointment } from './appointment.js';
import { sign } from './sign.js';

/** So many stand there before more are asked for: two rows, three on a small screen. The form keeps their place. */
const AT_FIRST = 6;

interface Day {
  name: string;
  times: Choice[];
}

export function timesField(times: Appointment): TemplateResult {
  const { element, chosen, moved, picksZone } = times;
  const days = daysOf(times);
  const { shown, next } = unfold(days, times);
  const count = shown.reduce((sum, day) => sum + day.times.length, 0);
  const more = async () => {
    times.unfolded = next!;
    element.requestUpdate();
    await element.updateComplete;
    element.renderRoot.querySelectorAll<HTMLElement>('[name=when]')[count]?.focus();
  };
  return html`<p class="hint">${bothZones(times, times.slot?.start ?? Date.now(), true)}</p>
    <div id="moved" part="error" role="alert">
      ${moved ? html`<b class="problem">${sign()}<span>${element.text('movedTime')}</span></b>` : nothing}
    </div>
    ${shown.map(
      ({ name, times: offered }) =>
        html`<fieldset class="day">
          <legend>${name}</legend>
          <div class="times">${offered.map(({ value, label }) => option(value, label))}</div>
        </fieldset>`,
    )}
    ${days[0] ? nothing : html`<p>${element.text('noTimes')}</p>`} ${picksZone ? zones(times) : nothing}
    <div class="after">
      ${next ? button('moreTimes', more) : nothing} ${picksZone ? nothing : button('changeZone', () => pickZone(times))}
    </div>`;

  function button(key: string, press: () => unknown): TemplateResult {
    return html`<button class="quiet" type="button" @click=${press}>${element.text(key)}</button>`;
  }

  function option(value: string, label: string): TemplateResult {
    const isChosen = value === chosen;
    return html`<label part=${isChosen ? 'option option--selected' : 'option'}
      ><input
        type="radio"
        name="when"
        .value=${value}
        ?checked=${isChosen}
        .checked=${isChosen}
        @change=${() => times.take(value)}
      />${label}</label
    >`;
  }
}

/** Said in front of the form when more than the time is to be mended: what, each leading to its place. */
export function problems({ element, moved }: Appointment): TemplateResult {
  const go = (selector: string) => () => element.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  const list = { [`#${element.field}`]: `${element.problem}_${element.field}`, '[name=when]:checked': 'movedTime' };
  return html`${
    moved && element.problem && !element.mended
      ? html`<div id="problems" tabindex="-1" role="group" aria-labelledby="problems-title">
          <h2 id="problems-title">${element.text('problems')}</h2>
          ${Object.entries(list).map(
            ([selector, key]) =>
              html`<button class="quiet" type="button" @click=${go(selector)}>${element.text(key)}</button>`,
          )}
        </div>`
      : nothing
  }`;
}

function daysOf({ element, slots, asap, zone }: Appointment): Day[] {
  const now = Date.now();
  const locale = localeOf(element);
  const days = byDay(slots, zone).map((day) => ({
    name: dayName(day[0]!.start, zone, locale, now),
    times: day.map(({ start }) => ({ value: `${start}`, label: clockOf(start, zone, locale) })),
  }));
  if (!asap) return days;
  const today = dayName(now, zone, locale, now);
  if (days[0]?.name !== today) days.unshift({ name: today, times: [] });
  days[0]!.times.unshift({ value: 'asap', label: element.text('asap') });
  return days;
}

/** The days that are shown, with what is chosen among them, and how many would be next; nothing if that is all. */
function unfold(days: Day[], { unfolded, chosen }: Appointment): { shown: Day[]; next: number | undefined } {
  const has = ({ times }: Day) => times.some(({ value }) => value === chosen);
  const [first] = days;
  const few = first && { ...first, times: first.times.slice(0, AT_FIRST) };
  const isCut = few && few.times.length < first.times.length;
  if (few && !unfolded && (has(few) || !chosen)) {
    return { shown: [few], next: isCut ? 1 : days[1] ? 2 : undefined };
  }
  const count = Math.max(unfolded, days.findIndex(has) + 1);
  return { shown: days.slice(0, count), next: count < days.length ? count + 1 : undefined };
}

async function pickZone(times: Appointment): Promise<void> {
  times.picksZone = true;
  times.element.requestUpdate();
  await times.element.updateComplete;
  times.element.renderRoot.querySelector<HTMLElement>('#zone')?.focus();
}

/** By their cities, which people know sooner than the continents that the IANA names begin with. */
function zones(times: Appointment): TemplateResult {
  const { element, zone } = times;
  const known = [...new Set([zone, ...Intl.supportedValuesOf('timeZone')])].map((value) => {
    const [area, ...rest] = value.split('/');
    return { value, label: rest[0] ? `${cityOf(value)} (${area})` : value };
  });
  known.sort((a, b) => (a.label < b.label ? -1 : 1));
  const change = ({ target }: Event) => times.take(times.chosen, (target as HTMLSelectElement).value);
  return html`<div class="field">
    <label class="name" for="zone">${element.text('timeZone')}</label>
    <select id="zone" class="entry" part="field" @change=${change}>
      ${known.map(({ value, label }) => html`<option value=${value} ?selected=${value === zone}>${label}</option>`)}
    </select>
  </div>`;
}
