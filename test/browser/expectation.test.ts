// Did we meet your expectations? Every answer has its verdict, and a promise that was missed is named.

import { describe } from 'vitest';
import { emptied } from '../support/in-page.js';
import { expect, test } from '../support/scene.js';
import { schemaFaults } from '../support/schema.js';

const PROMISES = 'time=Delivery by Tuesday, price=No hidden costs';

test('five answers, the middle a real one', async ({ visit }) => {
  const page = await visit('<curtsy-expectation></curtsy-expectation>');
  const group = page.getByRole('group', { name: 'Did we meet your expectations?' });
  for (const name of ['Fell far short', 'Fell a little short', 'Met them', 'Exceeded them', 'Far exceeded them']) {
    await group.getByRole('radio', { name, exact: true }).waitFor();
  }
  expect(await group.getByRole('radio').count()).toBe(5);
});

test.for([
  ['5', 'Fell far short', { verdict: 'fell-short', score: -2, scale: 5 }],
  ['5', 'Fell a little short', { verdict: 'fell-short', score: -1, scale: 5 }],
  ['5', 'Met them', { verdict: 'met', score: 0, scale: 5 }],
  ['5', 'Exceeded them', { verdict: 'exceeded', score: 1, scale: 5 }],
  ['5', 'Far exceeded them', { verdict: 'exceeded', score: 2, scale: 5 }],
  ['3', 'Fell short', { verdict: 'fell-short', score: -1, scale: 3 }],
  ['3', 'Met them', { verdict: 'met', score: 0, scale: 3 }],
  ['3', 'Exceeded them', { verdict: 'exceeded', score: 1, scale: 3 }],
] as const)('scale %s, %s', async ([scale, name, answer], { visit, endpoint }) => {
  const page = await visit(`<curtsy-expectation scale="${scale}"></curtsy-expectation>`);
  await page.getByRole('radio', { name, exact: true }).check();
  await page.getByRole('button', { name: 'Send' }).click();
  await emptied(page);
  expect(endpoint.bodies()).toMatchObject([{ kind: 'expectation', answer }]);
  expect(schemaFaults(endpoint.bodies()[0])).toEqual([]);
});

test('with a subject, the question and the answers compare', async ({ visit, endpoint }) => {
  const page = await visit('<curtsy-expectation subject="the lamp"></curtsy-expectation>');
  await page.getByRole('group', { name: 'Compared with what you expected, how was the lamp?' }).waitFor();
  await page.getByRole('radio', { name: /^Much better/ }).check();
  expect(await page.getByRole('radio').count()).toBe(5);
  await page.getByRole('button', { name: 'Send' }).click();
  await emptied(page);
  expect(endpoint.bodies()).toMatchObject([{ answer: { verdict: 'exceeded', score: 2 } }]);
});

describe('promises', () => {
  test('are offered as what was missed only when it fell short', async ({ visit }) => {
    const page = await visit(`<curtsy-expectation promises="${PROMISES}"></curtsy-expectation>`);
    await page.getByRole('radio', { name: 'Exceeded them', exact: true }).check();
    await page.getByRole('textbox').waitFor();
    expect(await page.getByRole('checkbox').count()).toBe(0);
    await page.getByRole('radio', { name: 'Fell a little short' }).check();
    await page.getByRole('checkbox', { name: 'Delivery by Tuesday' }).waitFor();
    await page.getByRole('checkbox', { name: 'No hidden costs' }).waitFor();
  });

  test('that were missed arrive by their names, with the promise that was shown', async ({ visit, endpoint }) => {
    const page = await visit(
      `<curtsy-expectation promise="Delivery by Tuesday" promises="${PROMISES}"></curtsy-expectation>`,
    );
    await page.getByRole('radio', { name: 'Fell far short' }).check();
    await page.getByRole('checkbox', { name: 'Delivery by Tuesday' }).check();
    await page.getByRole('textbox').fill('It came on Friday.');
    await page.getByRole('button', { name: 'Send' }).click();
    await emptied(page);
    expect(endpoint.bodies()[0]?.answer).toEqual({
      verdict: 'fell-short',
      score: -2,
      scale: 5,
      promise: 'Delivery by Tuesday',
      missed: ['time'],
      comment: 'It came on Friday.',
    });
    expect(schemaFaults(endpoint.bodies()[0])).toEqual([]);
  });

  test('named and then outdone by a better answer are not sent', async ({ visit, endpoint }) => {
    const page = await visit(`<curtsy-expectation promises="${PROMISES}"></curtsy-expectation>`);
    await page.getByRole('radio', { name: 'Fell far short' }).check();
    await page.getByRole('checkbox', { name: 'No hidden costs' }).check();
    await page.getByRole('radio', { name: 'Met them' }).check();
    await page.getByRole('button', { name: 'Send' }).click();
    await emptied(page);
    expect(endpoint.bodies()[0]?.answer).toEqual({ verdict: 'met', score: 0, scale: 5 });
  });
});

test.for([
  ['Fell far short', /sorry/],
  ['Met them', /Thank you/],
  ['Far exceeded them', /glad/],
] as const)('thanks fit the answer: %s', async ([name, words], { visit }) => {
  const page = await visit('<curtsy-expectation></curtsy-expectation>');
  await page.getByRole('radio', { name, exact: true }).check();
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByRole('heading', { name: words }).waitFor();
});
