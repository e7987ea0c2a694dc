// Google's web apps answer a POST with a redirect to another origin and always with 200, so their README's settings ask
// for proof of receipt. A stand-in with these manners tries the settings; the script itself runs at Google only.

import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeEach, describe } from 'vitest';
import type { ReceivedResponse } from '../support/endpoint.js';
import { pending } from '../support/in-page.js';
import { expect, test } from '../support/scene.js';
import { schemaFaults } from '../support/schema.js';
import { listen } from '../support/server.js';
import { until } from '../support/until.js';
import { readmeOf } from './readme.js';
import { answerAll, ASKED, KINDS } from './shopper.js';

const bodies: string[] = [];
const methods: string[] = [];
let said = '{"ok":true}';

/** Where the redirect leads: the result of the script, on an origin of its own. */
const results = await listen((_, response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'access-control-allow-origin': '*' }).end(said);
});

const google = await listen((request, response) => void execute(request, response));

async function execute(request: IncomingMessage, response: ServerResponse): Promise<void> {
  methods.push(request.method ?? '');
  // Without CORS headers, as Google answers a preflight.
  if (request.method !== 'POST') return void response.writeHead(405).end();
  bodies.push(await text(request));
  const location = `${results.origin}/macros/echo?n=${bodies.length}`;
  response.writeHead(302, { location, 'access-control-allow-origin': '*' }).end();
}

afterAll(() => Promise.all([google.stop(), results.stop()]));

beforeEach(() => {
  bodies.length = 0;
  methods.length = 0;
});

describe('the settings of the README, with a stand-in for Google', () => {
  const script = /<script>\n[^]*?<\/script>/.exec(readmeOf('google-apps-script'))?.[0] ?? '';
  const url = `${google.origin}/macros/s/1/exec`;
  const head = script.replace(/https:\/\/script\.google\.com\/[^']*/, url);

  test('deliver once, without a preflight, when the script says that it stored', async ({ visit }) => {
    said = '{"ok":true,"stored":1}';
    expect(head).toContain(url);
    const page = await visit(ASKED, { head, tag: '' });
    await answerAll(page, url);
    const responses = bodies.map((body) => JSON.parse(body) as ReceivedResponse);
    expect(responses.map(({ kind }) => kind).sort()).toEqual(KINDS);
    expect(responses.flatMap(schemaFaults)).toEqual([]);
    expect(methods).toEqual(['POST', 'POST', 'POST']);
    expect(await pending(page)).toEqual([]);
  });

  test('keep what the script says it did not store, though the status is 200', async ({ visit, visitor }) => {
    said = '{"ok":false,"error":"The sheet is full."}';
    const page = await visit('<curtsy-rating></curtsy-rating>', { head, tag: '' });
    await page.getByRole('radio', { name: 'Satisfied', exact: true }).check();
    await page.getByRole('button', { name: 'Send' }).click();
    await until(async () => (await pending(page)).some(({ status }) => status === 200));
    expect(await page.locator('curtsy-rating').getAttribute('data-receipt')).toBe('saved');
    // A shop may be warned that its endpoint acknowledges nothing.
    visitor.warnings.length = 0;
  });
});
