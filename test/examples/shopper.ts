// A shopper who answers each of the three elements, and what the browser sent for it.

import type { Page, Request } from 'playwright-core';

/** The elements, with the words that their names carry on a page. */
export const ASKED = `
<curtsy-rating touchpoint="checkout" reasons="experience"></curtsy-rating>
<curtsy-expectation promise="Delivery by Tuesday"></curtsy-expectation>
<curtsy-callback country="GB" channels="phone, email" business="Bloom &amp; Field"></curtsy-callback>`;

export const KINDS = ['callback', 'expectation', 'rating'];

/** Two scripts, a character beyond 16 bits, quotes, a line break: what encodings stumble over. */
export const COMMENT = 'Grüße & 50 % "quick"\n你好 🌷 <b>=1+1</b>';

/** A POST as the browser made it. */
export interface Sent {
  url: string;
  headers: Record<string, string>;
  body: string;
}

/** Answers all three and waits until each element says that its answer was sent. */
export async function answerAll(page: Page, endpoint: string): Promise<Sent[]> {
  const requests: Request[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url() === endpoint) requests.push(request);
  });

  const rating = page.locator('curtsy-rating');
  await rating.getByRole('radio', { name: 'Satisfied', exact: true }).check();
  await rating.getByRole('checkbox', { name: 'The people' }).check();
  await rating.getByRole('textbox').fill(COMMENT);
  await rating.getByRole('button', { name: 'Send' }).click();
  await wasSent(page, 'curtsy-rating');

  const expectation = page.locator('curtsy-expectation');
  await expectation.getByRole('radio', { name: 'Exceeded them', exact: true }).check();
  await expectation.getByRole('button', { name: 'Send' }).click();
  await wasSent(page, 'curtsy-expectation');

  const callback = page.locator('curtsy-callback');
  await callback.getByLabel('Your number').fill('020 7946 0018');
  await callback.getByLabel(/^Your name/).fill('Zoë');
  await callback.getByRole('button', { name: 'Ask for a call' }).click();
  await wasSent(page, 'curtsy-callback');

  return Promise.all(requests.map(recall));
}

/** Posts the same bytes once more, with the same key. */
export function again({ url, headers, body }: Sent): Promise<globalThis.Response> {
  return fetch(url, { method: 'POST', headers, body });
}

async function wasSent(page: Page, tag: string): Promise<void> {
  await page.locator(`${tag}[data-receipt="sent"]`).waitFor();
}

async function recall(request: Request): Promise<Sent> {
  const all = await request.allHeaders();
  const ours = ['content-type', 'idempotency-key', 'origin'].filter((name) => all[name] !== undefined);
  return {
    url: request.url(),
    headers: Object.fromEntries(ours.map((name) => [name, all[name] ?? ''])),
    body: request.postData() ?? '',
  };
}
