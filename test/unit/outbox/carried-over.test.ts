// What an earlier version stored, today's still lists and delivers: `test/fixtures/records/` has records of each shape there ever
// was. What a later version stored, or somebody else, is left as it is.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { claim } from '../../../src/outbox/claim.js';
import { bodyOf } from '../../../src/outbox/batch.js';
import type { Gate, OutboxRecord } from '../../../src/outbox/record.js';
import { schemaFaults } from '../../support/schema.js';
import { stubEndpoint } from '../delivery/endpoint-stub.js';
import { freshPage, queueCalls } from '../page/fresh-page.js';
import { ENDPOINT, NOW, openStores } from './records.js';

const FOREIGN: Record<string, string> = {
  'curtsy.q/0000': '{',
  'curtsy.q/0001': 'null',
  'curtsy.q/0002': '"text"',
  'curtsy.q/0003': '{"v":2,"key":"q/0003","nextAt":0,"expiresAt":0}',
  'curtsy.q/zzzz': '{"v":2,"key":"q/zzzz","nextAt":0,"expiresAt":0}',
  'curtsy.d/0004': '{"v":2,"key":"d/0004"}',
  'curtsy.b/0005': '{"v":2,"key":"b/0005","members":[]}',
  'curtsy.g/0006': '{"v":2,"key":"g/0006"}',
};

beforeEach(freshPage);
beforeEach(() => {
  // Later than any of the records waits, and before the first expires.
  vi.useFakeTimers({ now: NOW });
  for (const [name, text] of Object.entries(FOREIGN)) localStorage.setItem(name, text);
});

const foreign = () => Object.fromEntries(Object.keys(FOREIGN).map((name) => [name, localStorage.getItem(name)]));

describe.each(['v1', 'v1-first'])('records of the shape %s', (shape) => {
  const file = join(import.meta.dirname, `../../fixtures/records/${shape}.json`);
  const rows = JSON.parse(readFileSync(file, 'utf8')) as (OutboxRecord | Gate)[];
  const below = (prefix: string) => rows.filter((row): row is OutboxRecord => row.key.startsWith(prefix));
  const waiting = below('q/');
  const batches = below('b/');
  const alone = waiting.filter(({ key }) => !batches.some(({ keys }) => keys!.includes(key)));
  const sortedIds = (records: { id: string }[]) => records.map(({ id }) => id).sort();

  beforeEach(() => {
    for (const row of rows) localStorage.setItem(`curtsy.${row.key}`, JSON.stringify(row));
  });

  it('have bodies that the wire still promises', () => {
    const bodies = [...waiting, ...below('d/')].map(({ body }) => JSON.parse(body) as unknown);
    expect(bodies.flatMap(schemaFaults)).toEqual([]);
    expect(bodies.length).toBeGreaterThan(6);
  });

  it('are listed', async () => {
    const { all, pending, rejected } = await import('../../../src/outbox/inspect.js');
    expect(sortedIds(await pending(() => undefined))).toEqual(sortedIds(waiting));
    expect(sortedIds(await rejected())).toEqual(sortedIds(below('d/')));
    expect(await all()).toEqual([...below('d/'), ...waiting].map(({ body }) => JSON.parse(body) as unknown));
    expect(foreign()).toEqual(FOREIGN);
  });

  it('are claimed, each once', async () => {
    const [store] = await openStores();
    const taken: [string, string | undefined][] = [];
    for (let record; ({ record } = await claim(store!, { endpointOf: () => ENDPOINT })), record;) {
      taken.push([record.key, record.keys ? await bodyOf(store!, record) : record.body]);
      // So that none waits for the probe before it.
      await store!.change(async (access) => access.remove(`g/${ENDPOINT}`));
    }
    const bodies = new Map(waiting.map(({ key, body }) => [key, body]));
    const due = [
      ...batches.map(({ key, keys }) => [key, `[${keys!.map((member) => bodies.get(member)).join(',')}]`]),
      ...alone.map(({ key, body }) => [key, body]),
    ];
    expect(taken.sort()).toEqual(due.sort());
    expect(foreign()).toEqual(FOREIGN);
  });

  it('are delivered, with the bytes that they had', async () => {
    const { posted } = stubEndpoint({ status: 204 });
    queueCalls(['configure', { endpoint: ENDPOINT, source: 'webshop' }]);
    const { drain } = await import('../../../src/delivery/drain.js');
    expect(await drain()).toBe(waiting.length);
    const named = ({ key, id, keys }: OutboxRecord) => (keys ? id : key.replace(/^q\/|0+(?=\d+$)/g, ''));
    expect(posted.map(({ headers }) => headers['Idempotency-Key']).sort()).toEqual(
      [...alone, ...batches].map((record) => `"${named(record)}"`).sort(),
    );
    expect(posted.flatMap(({ body }) => JSON.parse(body) as unknown)).toHaveLength(waiting.length);
    for (const { body } of alone) expect(posted.map((one) => one.body)).toContain(body);
    expect(posted.find(({ url }) => url !== ENDPOINT)?.body).toBe(alone.find(({ endpoint }) => endpoint)?.body);
    const left = Object.keys(localStorage).filter((name) => /^curtsy\.[bdq]\//.test(name) && !(name in FOREIGN));
    expect(left).toEqual(below('d/').map(({ key }) => `curtsy.${key}`));
    expect(foreign()).toEqual(FOREIGN);
  });
});
