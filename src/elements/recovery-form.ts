/** The form that an element offers for help: the shop's own in its slot, or one made from the setting `callback`. */
import type { ExpectationAnswer, RatingAnswer } from '../response/response.js';
import { idOf } from '../response/uuid.js';
import { later } from '../settings/later.js';
import { rawSettings } from '../settings/settings.js';
import { warnOnce } from '../settings/warn.js';
import { choicesOf } from './choice.js';
import { handoffOf } from './handoff.js';
import type { QuestionElement } from './question-element.js';

type Form = HTMLElementTagNameMap['curtsy-callback'];

/** Attributes of every element that a made form may be given besides its own. */
const GLOBAL = ['lang', 'dir'];

/** Sees to it that there is a form, whose code a page may not have asked for; it then fetches what else it needs. */
export async function prepareForm(element: QuestionElement): Promise<Form> {
  await later(() => import('./callback/callback.js'));
  return formIn(element) ?? makeForm(element);
}

/** The channels of the form as the shop gave them; undefined where there is no form to offer. */
export function channelsOf(element: QuestionElement): string | undefined {
  const form = formIn(element);
  const setting = settingOf(element);
  const given = form ? (form.channels ?? form.getAttribute('channels')) : setting?.channels;
  return form || setting ? String(given || 'phone') : undefined;
}

/** The form with what `element` was told, and linked to it, so that the shopper is not asked again. */
export function fillForm(form: Form, element: QuestionElement): void {
  const { key, answer } = element.said!;
  const { reasons, missed } = answer as { reasons?: string[]; missed?: string[] };
  const [first] = reasons ?? missed ?? [];
  form.inReplyTo = idOf(key);
  form.handoff = handoffOf(element, answer as RatingAnswer | ExpectationAnswer);
  form.topic = choicesOf(form).find(({ value }) => value === first)?.value;
}

/** Nobody else may find in the form what was typed or said here. */
export function emptyForm(element: QuestionElement): void {
  const form = formIn(element);
  if (!form?.inReplyTo) return;
  form.reset();
  form.inReplyTo = form.handoff = undefined;
}

/** The form that stands in the element: the shop's own, or one that was made before. */
function formIn(element: QuestionElement): Form | null {
  return element.querySelector<Form>(':scope > curtsy-callback[slot=recover]');
}

function settingOf(element: QuestionElement): Record<string, unknown> | undefined {
  const { callback } = rawSettings(element.source);
  // What is no object is warned of where the settings are judged.
  const isObject = callback instanceof Object && !Array.isArray(callback);
  return isObject ? (callback as Record<string, unknown>) : undefined;
}

/** A form from the setting `callback`, for the same shop and endpoint as the element. */
function makeForm(element: QuestionElement): Form {
  const { source, endpoint, touchpoint, metadata } = element;
  const form = document.createElement('curtsy-callback');
  const names = [
    ...(form.constructor as typeof HTMLElement & { observedAttributes: string[] }).observedAttributes,
    ...GLOBAL,
  ];
  Object.assign(form, { slot: 'recover', source, endpoint, touchpoint, metadata });
  for (const [given, value] of Object.entries(settingOf(element) ?? {})) {
    const name = given.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    if (!names.includes(name)) warnOnce('unknown-setting', `callback.${given}`, names);
    else if (name === 'topics') form.topics = value as string;
    else if (value === true) form.setAttribute(name, '');
    else if (value !== false && value != null) form.setAttribute(name, String(value));
  }
  element.append(form);
  return form;
}
