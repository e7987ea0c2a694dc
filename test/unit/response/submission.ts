// What a shopper said, as an element hands it over.

import type { Submission } from '../../../src/response/response.js';

export const KEY = '01990e7c1d2ea3b8c4d5e6f7a8b9c0d';
export const ID = '01990e7c-1d2e-7a3b-8c4d-5e6f7a8b9c0d';

export function said(more: Partial<Submission> = {}): Submission {
  return {
    key: KEY,
    kind: 'rating',
    createdAt: '2026-11-22T09:30:00.000Z',
    answer: { score: 4, scale: 5, format: 'svg' },
    complete: true,
    instrument: 'rating/1',
    locale: 'de-DE',
    page: { url: `${location.origin}/checkout`, referrer: '', title: 'Checkout', viewport: [390, 844] },
    ...more,
  };
}
