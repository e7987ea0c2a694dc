// Any number of pages over one store, whatever they do and in whichever order: they put, claim, report, crash, and their clock
// jumps. What must hold however it goes is asked after each step.

import fc from 'fast-check';
import { expect, vi } from 'vitest';
import { bodyOf, gather, halve } from '../../../src/outbox/batch.js';
import { bury, claim } from '../../../src/outbox/claim.js';
import { acknowledge, amend, gateOf, type put } from '../../../src/outbox/outbox.js';
import { membersOf, type Gate, type OutboxRecord } from '../../../src/outbox/record.js';
import type { Step, Store } from '../../../src/outbox/store.js';
import { DAY, ENDPOINT, FAILED, fresh, HOUR, idAt, keptIn, MINUTE, pass, placing, SECOND } from './records.js';

/** As long as a lease is believed: what ends later was set under another clock. */
const BELIEVED = 10 * MINUTE;

const time = fc.oneof(
  fc.integer({ min: 0, max: 60 * SECOND }),
  fc.integer({ min: 0, max: 2 * HOUR }),
  fc.integer({ min: 0, max: 8 * DAY }),
);
const answer = fc.nat({ max: 5 });
/** Which of the claims that were not reported yet. */
const which = fc.nat({ max: 20 });

const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('put' as const), answer, draft: fc.boolean() }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('claim' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('acknowledge' as const), which }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('fail' as const), which, wait: time, gate: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('refuse' as const), which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('crash' as const), which }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('pass' as const), time, back: fc.boolean() }) },
);
export type VisitStep = typeof step extends fc.Arbitrary<infer T> ? T : never;

export const visits: fc.Arbitrary<VisitStep[]> = fc.array(step, { maxLength: 60, size: 'max' });

interface Claim {
  record: OutboxRecord;
  /** Another page has claimed it since. */
  lost?: boolean;
}

export class Visits {
  /** Not reported yet. */
  private claims: Claim[] = [];
  /** Bodies of all that was put, by their keys. */
  private said = new Map<string, string>();
  private acknowledged = new Set<string>();
  /** Bytes that went out, by what a receiver knows them by. */
  private sent = new Map<string, string>();
  private revisions = new Map<string, number>();
  private words = 0;

  private store: Store;
  private place: typeof put;
  /** How many may share a POST. */
  private most: number;

  constructor(store: Store, place: typeof put, most: number) {
    this.store = store;
    this.place = place;
    this.most = most;
    // The order of batches made in one millisecond is chance: the same for the same steps.
    let chance = 1;
    vi.spyOn(Math, 'random').mockImplementation(() => (chance = (chance * 16807) % 2147483647) / 2147483647);
  }

  async take(given: VisitStep): Promise<void> {
    if (given.do === 'put') await this.put(given.answer, given.draft);
    else if (given.do === 'claim') await this.claim();
    else if (given.do === 'pass') pass(given.back ? -given.time : given.time);
    else await this.report(given);
    await this.check();
  }

  /** All that waits can still be sent: nothing is held or waited for, for ever. */
  async end(): Promise<void> {
    this.claims = [];
    // No wait that is believed outlasts the first; a longer one may be believed by then, and is over after the next.
    for (const wait of [0, 25 * HOUR, 25 * HOUR, HOUR]) {
      pass(wait);
      for (let left = 3 * this.said.size; left > 0 && (await this.claim()); left--) {
        await this.report({ do: 'acknowledge', which: 0 });
      }
    }
    await this.check();
    expect((await keptIn(this.store)).filter(({ key }) => /^[qb]/.test(key))).toEqual([]);
  }

  private async put(n: number, draft: boolean): Promise<void> {
    const id = idAt(n);
    const now = Date.now();
    const body = String(++this.words);
    const { record, claimed } = await this.place(
      fresh({
        id,
        draft,
        expiresAt: now + 7 * DAY,
        nextAt: draft ? now + MINUTE : now,
        wire: () => ({ contentType: 'application/json', body }),
      }),
      placing({ lastRevision: () => this.revisions.get(id) ?? 0, claims: !draft }),
    );
    this.revisions.set(id, record.revision);
    this.said.set(record.key, record.body);
    if (claimed) await this.hold(record);
  }

  private async claim(): Promise<boolean> {
    const { record, body } = await claim(this.store, {
      endpointOf: () => ENDPOINT,
      gather: async (...given) => (this.most > 1 ? gather(...given, this.most) : undefined),
    });
    if (record) await this.hold(record, body);
    return !!record;
  }

  /** A claim was made: nobody else has one, and what is sent is what was sent before. */
  private async hold(record: OutboxRecord, made?: string): Promise<void> {
    const now = Date.now();
    const keys = new Set(membersOf(record));
    for (const other of this.claims.filter(({ record: held }) => membersOf(held).some((key) => keys.has(key)))) {
      const { until } = other.record.lease!;
      expect(other.lost || until <= now || until >= now + BELIEVED, `${record.key} is held by one`).toBe(true);
      other.lost = true;
    }
    const body = made || (record.keys ? await bodyOf(this.store, record) : record.body);
    // A batch that can't be the same again was taken apart.
    if (body === undefined) return;
    this.claims.push({ record });
    const name = record.keys ? record.id : record.key;
    expect(body, `${name} has the same bytes at every attempt`).toBe(this.sent.get(name) ?? body);
    this.sent.set(name, body);
  }

  private async report(given: Extract<VisitStep, { which: number }>): Promise<void> {
    const [claimed] = this.claims.splice(given.which % (this.claims.length || 1), 1);
    if (!claimed || given.do === 'crash') return;
    const { record } = claimed;
    if (given.do === 'acknowledge') for (const key of membersOf(record)) this.acknowledged.add(key);
    await this.store.change(this.settling(record, given));
  }

  private settling(record: OutboxRecord, given: Extract<VisitStep, { which: number }>): Step<unknown> {
    const token = record.lease?.token;
    return async (access) => {
      const gate = await access.get<Gate>(gateOf(ENDPOINT));
      const attempts = (gate?.attempts ?? 0) + 1;
      if (given.do === 'acknowledge') await acknowledge(access, record, gate);
      else if (given.do === 'fail') {
        const nextAt = Date.now() + (given.wait % DAY);
        const patch = { attempts: record.attempts + 1, nextAt, last: FAILED, lease: undefined };
        await amend(record.key, patch, token)(access);
        if (given.gate) access.put({ ...gate, v: 1, key: gateOf(ENDPOINT), attempts, nextAt, last: FAILED });
      } else if (await amend(record.key, { lease: undefined }, token)(access)) {
        if (membersOf(record).length > 1) halve(access, record);
        else await bury(access, record, FAILED);
      }
    };
  }

  private async check(): Promise<void> {
    const kept = await keptIn(this.store);
    const bodies = new Map(kept.map(({ key, body }) => [key, body]));
    for (const [key, body] of this.said) {
      const places = [bodies.get(key), bodies.get(key.replace('q/', 'd/'))].filter((place) => place !== undefined);
      if (!this.acknowledged.has(key)) expect(places, `${key} is kept once, as it was said`).toEqual([body]);
    }
    const members = kept.flatMap(({ keys }) => keys ?? []);
    expect(new Set(members).size, 'every record is in one batch at most').toBe(members.length);
  }
}
