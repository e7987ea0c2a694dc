/** Texts that only some scores bring: they may not lead anywhere, since that would be review gating. */
import { warnOnce } from '../settings/warn.js';
import type { QuestionElement } from './question-element.js';

/**
 * An address with a scheme, `www.` or a path. A name such as Bloom.example alone may be the shop's own.
 *
 * Asking for public reviews by score is deceptive: Google's policy on rating manipulation; FTC, 16 CFR 465.
 */
const LINK = /:\/\/|www\.|\w\.[a-z]{2,}\//i;

/** The text of `key`; our own one where the shop's has a link. */
export function scoreText(element: QuestionElement, key: string, values?: Record<string, unknown>): string {
  const text = element.text(key, values);
  if (!LINK.test(text)) return text;
  warnOnce('gated-link', key, text);
  return element.text(key, values, true);
}
