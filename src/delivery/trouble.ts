/** What follows an attempt that was not acknowledged: waiting, alone and for all that goes there, smaller batches, dead letters. */
import { halve } from '../outbox/batch.js';
import { bury } from '../outbox/claim.js';
import { amend, gateOf } from '../outbox/outbox.js';
import { DEAD, type Attempt, type Gate } from '../outbox/record.js';
import type { Access, Step } from '../outbox/store.js';
import { warnOnce } from '../settings/warn.js';
import { gates, type Held } from './attempt.js';
import { configurationDelay, retryAfter, retryDelay } from './schedule.js';
import type { Outcome } from './send.js';
import { verdictOf } from './verdict.js';

/** So many answers of 500 and above while others are delivered: it is the record, and not the endpoint. */
const POISON = 12;
/** Dead letters are kept a week, in milliseconds. */
const WEEK = 6048e5;
/** 429 without a readable `Retry-After`. */
const PATIENCE = 6e4;

export interface Judgement {
  settle: Step<void>;
  /** Whether it became a dead letter, once it is settled. */
  refused: boolean;
  /** In words, for the log. */
  what: string;
}

/** What is to be done about `outcome`, which came at `at`. */
export function judge({ record, endpoint }: Held, outcome: Outcome, at: number): Judgement {
  const { status, reason } = outcome;
  const last: Attempt = { status, reason, at, endpoint };
  const token = record.lease?.token;
  const gate = gates.get(gateOf(endpoint));
  const verdict = verdictOf(status, !!outcome.redirected);
  const errors = (record.errors ?? 0) + (status >= 500 ? 1 : 0);
  const poisonous = errors >= POISON && (gate?.openedAt ?? 0) > record.createdAt;

  if (verdict === 'rejected' || poisonous) {
    // Of a batch, one member may be at fault for all.
    const splits = (record.keys?.length ?? 0) > 1;
    const judgement: Judgement = {
      refused: false,
      what: splits ? 'the batch is halved' : 'kept as a dead letter',
      settle: async (access) => {
        const current = await amend(record.key, { lease: undefined }, token)(access);
        if (!current) return;
        if (splits) {
          halve(access, current);
          return;
        }
        judgement.refused = true;
        await bury(access, record, last);
        await clearOut(access, at);
        warnOnce('refused', endpoint, reason);
      },
    };
    return judgement;
  }

  if (verdict === 'configuration') warnOnce('endpoint', endpoint, reason);
  else if (/^TypeError/.test(reason) && new URL(endpoint).origin !== location.origin) warnOnce('cors', endpoint);
  const counts = verdict === 'retry';
  const attempts = record.attempts + (counts ? 1 : 0);
  const asked = retryAfter(outcome.retryAfter ?? null, at) ?? (status === 429 ? PATIENCE : undefined);
  const failures = (gate?.attempts ?? 0) + 1;
  const closed = asked ?? (counts ? retryDelay(failures) : configurationDelay(failures));
  const nextAt = counts ? at + (asked ?? retryDelay(attempts)) : record.nextAt;
  return {
    refused: false,
    what: `${endpoint} is asked again in ${Math.round(closed / 1e3)} s`,
    settle: async (access) => {
      await amend(record.key, { attempts, errors, nextAt, last, lease: undefined }, token)(access);
      await close(access, endpoint, { v: 1, key: gateOf(endpoint), attempts: failures, nextAt: at + closed, last });
    },
  };
}

/** Closes the gate, no less than another page has meanwhile. */
async function close(access: Access, endpoint: string, gate: Gate): Promise<void> {
  const other = await access.get<Gate>(gateOf(endpoint));
  const isAhead = other && other.attempts >= gate.attempts;
  const nextAt = isAhead ? Math.max(other.nextAt, gate.nextAt) : gate.nextAt;
  access.put({ ...other, ...gate, attempts: Math.max(gate.attempts, other?.attempts ?? 0), nextAt });
}

/** Dead letters are kept for a week; what is older goes, and that is said. */
async function clearOut(access: Access, now: number): Promise<void> {
  for (const { key, last } of await access.all(DEAD)) {
    if ((last?.at ?? 0) > now - WEEK) continue;
    access.remove(key);
    warnOnce('dropped', key);
  }
}
