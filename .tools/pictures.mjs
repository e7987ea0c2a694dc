// `npm run pictures`: the README's pictures, taken of the built script tag in Chromium, so that they show what a shop gets. Each
// is cropped to its element. Fonts are those of the machine, so take them all on the same one.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findChromium } from './browsers.mjs';
import { smallPng } from './small-png.mjs';

const FOLDER = 'stories/pictures';
const ORIGIN = 'http://localhost';
const MARGIN = 16;
/** A README is read on phones too. */
const MOST_BYTES = 75_000;

const RATING = '<curtsy-rating reasons="experience"></curtsy-rating>';
const callback = (slot = '') => `<curtsy-callback ${slot}
  channels="phone, sms, email"
  topics="order=An order, product=A product, other=Something else"
  country="GB"
  hours="Mo-Fr 09:00-18:00, Sa 10:00-14:00"
  time-zone="Europe/London"
  respond-within="PT10M"
  business="Bloom & Field"
  privacy-url="/privacy"
></curtsy-callback>`;
/** A Tuesday afternoon, while the shop is open. */
const NOW = '2026-11-24T15:30:00Z';

/** What stands in the page, and what a shopper does before the picture is taken. */
const PICTURES = [
  { name: 'rating', body: RATING },
  { name: 'rating-chosen', body: RATING, act: (page) => page.getByRole('radio', { name: 'Very satisfied' }).check() },
  {
    name: 'expectation',
    body: '<curtsy-expectation promise="Delivery by Tuesday"></curtsy-expectation>',
  },
  {
    name: 'help',
    body: `<curtsy-rating reasons="experience" recover="2">${callback('slot="recover"')}</curtsy-rating>`,
    async act(page) {
      await page.getByRole('radio', { name: 'Very dissatisfied' }).check();
      await page.getByRole('checkbox', { name: 'The product' }).check();
      await page.getByRole('button', { name: 'Send' }).click();
      await page.getByRole('button', { name: 'No, thanks' }).waitFor();
    },
  },
  {
    name: 'callback',
    body: callback(),
    async act(page) {
      await page.getByText(/We’ll call by/).waitFor();
      // Countries are named last.
      await page.getByRole('option', { name: /United Kingdom/ }).waitFor({ state: 'attached' });
    },
  },
  {
    name: 'confirmation',
    body: callback(),
    async act(page) {
      // A number that Ofcom keeps free for stories.
      await page.getByLabel('Your number').fill('020 7946 0123');
      await page.getByRole('button', { name: 'Ask for a call' }).click();
      await page.locator('[data-receipt=sent]').waitFor();
    },
  },
];

const html = (body) => `<!doctype html>
<html lang="en">
  <meta charset="utf-8">
  <title>Bloom &amp; Field</title>
  <link rel="icon" href="data:,">
  <link rel="stylesheet" href="/curtsy.css">
  <style>
    body { margin: 32px; font-family: system-ui, sans-serif; background: #f6f6f4; }
  </style>
  <script async src="/curtsy.js" data-endpoint="/feedback"></script>
  ${body}
</html>`;

/** Stands in for a shop's server: the page, the files of dist/, and an endpoint that takes whatever comes. */
async function serve(route, body) {
  const request = route.request();
  const { pathname } = new URL(request.url());
  if (request.method() === 'POST') await route.fulfill({ status: 204 });
  else if (pathname === '/') await route.fulfill({ contentType: 'text/html', body: html(body) });
  else await route.fulfill({ path: join('dist', pathname) });
}

/** Runs in the page: a reference comes from chance, which no two pictures share. */
function withoutChance() {
  crypto.getRandomValues = (bytes) => {
    bytes.set([19, 7, 23, 2, 20, 13]);
    return bytes;
  };
}

/** The picture as a PNG. */
async function take(browser, { body, act }) {
  const page = await browser.newPage({
    viewport: { width: 640, height: 1200 },
    deviceScaleFactor: 2,
    colorScheme: 'light',
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'Europe/London',
  });
  await page.clock.setFixedTime(NOW);
  await page.addInitScript(withoutChance);
  await page.route(`${ORIGIN}/**`, (route) => serve(route, body));
  await page.goto(`${ORIGIN}/`);
  const element = page.locator('[data-stage]').first();
  await element.waitFor();
  // What follows a press, its styles among it, comes at idle.
  await page.waitForFunction(() => Boolean(globalThis.curtsy.version));
  await act?.(page);
  await page.mouse.move(0, 0);
  const { x, y, width, height } = await element.boundingBox();
  const clip = { x: x - MARGIN, y: y - MARGIN, width: width + 2 * MARGIN, height: height + 2 * MARGIN };
  const png = await smallPng(page, await page.screenshot({ clip }));
  await page.close();
  return png;
}

const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
for (const picture of PICTURES) {
  const path = join(FOLDER, `${picture.name}.png`);
  const png = await take(browser, picture);
  writeFileSync(path, png);
  console.log(`${path}  ${png.length.toLocaleString('en-GB')} bytes`);
  if (png.length > MOST_BYTES) {
    console.error(`${path} is larger than ${MOST_BYTES.toLocaleString('en-GB')} bytes.`);
    process.exitCode = 1;
  }
}
await browser.close();
