/**
 * When a shopper is called: the times to choose from, which move on while a form stands open, the one that is chosen, and what the
 * shop promises about it. A chunk of its own, fetched for a form with opening hours once that can be filled.
 */
import type { ReactiveController, TemplateResult } from 'lit';
import type { Span } from '../../callback/opening-hours.js';
import { asapAllowed, slotsOf, type Terms } from '../../callback/slots.js';
import { englishAppointment } from '../../language/english-appointment.js';
import { addStrings } from '../../language/strings.js';
import type { CallbackAnswer } from '../../response/response.js';
import { agreementOf, eventOf, promised, promiseIn, type Agreement } from './agreement.js';
import { appointmentStyles } from './appointment.styles.js';
import type { CurtsyCallback } from './callback.js';
import { termsOf } from './terms.js';
import { problems, timesField } from './times.js';

addStrings('en', englishAppointment);

/** How often it is looked whether a time has passed, in milliseconds. */
const LOOK_AGAIN = 1e4;

const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

export class Appointment implements ReactiveController {
  readonly element: CurtsyCallback;
  /** Where the shopper is, by their clock. */
  zone: string = ownZone();
  /** Nothing where the shop's hours can't be relied on. */
  terms: Terms | undefined;
  slots: Span[] = [];
  /** Whether somebody could call right now. */
  asap = false;
  /** `asap`, or when the slot begins, in epoch milliseconds; nothing where there is nothing to choose. */
  chosen: string | undefined;
  /** It is said that what was chosen is gone, and another is chosen in its place. */
  moved = false;
  /** How many days are unfolded. */
  unfolded = 0;
  /** Another zone is being chosen. */
  picksZone = false;

  #isGone = false;
  #attributes = '';
  #alarm: ReturnType<typeof setTimeout> | undefined;

  constructor(element: CurtsyCallback) {
    this.element = element;
    element.shadowRoot!.adoptedStyleSheets.push(appointmentStyles.styleSheet!);
    element.addController(this);
  }

  hostConnected(): void {
    this.element.requestUpdate();
  }

  hostDisconnected(): void {
    clearTimeout(this.#alarm);
  }

  hostUpdate(): void {
    clearTimeout(this.#alarm);
    const { element } = this;
    const { hours, timeZone, closed, quietHours, slotLength, lead, daysAhead, respondWithin } = element;
    const attributes = `${[hours, timeZone, closed, quietHours, slotLength, lead, daysAhead, respondWithin]}`;
    if (attributes !== this.#attributes) this.terms = termsOf(element);
    this.#attributes = attributes;
    if (element.stage === 'thanked') return;
    this.#look();
    this.#alarm = setTimeout(() => element.requestUpdate(), LOOK_AGAIN);
  }

  reset(): void {
    this.picksZone = false;
    this.unfolded = 0;
    this.take(undefined, ownZone());
  }

  /** Chooses a time, or by another zone's clock; what was chosen stays if it can. */
  take(chosen: string | undefined, zone: string = this.zone): void {
    this.chosen = chosen;
    this.zone = zone;
    this.moved = this.#isGone = false;
    this.element.requestUpdate();
  }

  /** At Send: whether what was chosen is gone. That is said now and not before, since a line that opens would move Send away. */
  haveMoved(): boolean {
    this.#look();
    this.element.requestUpdate();
    const isGone = this.#isGone;
    this.moved = isGone;
    this.#isGone = false;
    return isGone;
  }

  /** Where the focus belongs, if a time is to be looked at; with `others`, where all that is to be mended is listed. */
  toMend(others: boolean): string | undefined {
    if (this.moved) return others ? '#problems' : '[name=when]:checked';
    return;
  }

  /** The slot that is chosen; nothing for as soon as possible. */
  get slot(): Span | undefined {
    return this.slots.find(({ start }) => `${start}` === this.chosen);
  }

  field(): TemplateResult {
    return timesField(this);
  }

  problems(): TemplateResult {
    return problems(this);
  }

  /** What is promised about what is chosen, in words. */
  promise(): TemplateResult | string {
    return promiseIn(this);
  }

  /** What goes on the wire. */
  answer(): Partial<Pick<CallbackAnswer, 'slot' | 'promisedBy'>> {
    const { slot, zone } = this;
    const by = promised(this)?.by;
    return {
      ...(slot && { slot: { start: iso(slot.start), end: iso(slot.end), timeZone: zone } }),
      ...(by && { promisedBy: iso(by) }),
    };
  }

  /** What a request comes to, once the endpoint has it. */
  agreement(request: CallbackAnswer): Agreement | undefined {
    return agreementOf(this, request);
  }

  /** The agreed time for a calendar, if it is one. */
  event(request: CallbackAnswer): string | undefined {
    return eventOf(this, request);
  }

  #look(): void {
    const { terms, zone } = this;
    const now = Date.now();
    this.slots = terms ? slotsOf(terms, now, zone) : [];
    this.asap = !!terms && asapAllowed(terms, now, zone);
    const offered = [...(this.asap ? ['asap'] : []), ...this.slots.map(({ start }) => `${start}`)];
    if (this.chosen && offered.includes(this.chosen)) return;
    this.#isGone ||= !!this.chosen;
    this.chosen = offered[0];
  }
}

const iso = (instant: number): string => new Date(instant).toISOString();
