/** The page is being left: drafts are released, and what was said here is sent in a way that outlives the page. It all stays stored. */
import { amend, gateOf, newLease, sizeOf } from '../outbox/outbox.js';
import { settingsFor } from '../settings/check.js';
import { attempt, gates, type Held } from './attempt.js';
import { destinations } from './destinations.js';
import { own, storing } from './follow.js';
import { send } from './send.js';

/** What may still be in flight when a page goes, as the sum of its keepalive bodies (the browser's limit is 64 KiB). */
const LEAVE_BYTES = 48 * 1024;

/** `forGood` if the page is unloaded, and not only hidden: then what is under way needs a copy that outlives it. */
export async function leave(forGood: boolean): Promise<void> {
  storing.forEach((rescue) => rescue(forGood));
  let room = LEAVE_BYTES;
  const endpointOf = destinations();
  const sent: Promise<void>[] = [];
  for (const mine of own.values()) {
    const { record, store, sending, lasting, tried } = mine;
    const copy = sending && !lasting && forGood;
    // Where batches are made, it may be in one that another page is sending.
    const untried = !tried && forGood && settingsFor(record.source).batch === 1;
    const endpoint = (record.draft || copy || untried) && endpointOf(record);
    // A draft that is being replaced may not go out under the same revision as what replaces it.
    if (!endpoint || (record.draft && storing.has(record.id))) continue;
    const size = sizeOf(record.body);
    const isClosed = (gates.get(gateOf(endpoint))?.nextAt ?? 0) > Date.now();
    if (!navigator.onLine || isClosed || size > room) {
      // Whoever comes next shall not wait for this page's claim, or for a draft's time, to end.
      mine.record = { ...record, draft: false };
      // A claim that is over, not none: what may have arrived under its own key goes under no other.
      const lease = record.lease && { ...record.lease, until: 0 };
      store.change(amend(record.key, { draft: false, lease, nextAt: 0 }, lease?.token)).catch(() => {});
      continue;
    }
    room -= size;
    if (copy) void send(record, record.body, endpoint, settingsFor(record.source), true);
    else sent.push(sendLasting({ record, store, endpoint }));
  }
  await Promise.all(sent);
}

/** The request starts before this returns; the claim, which matters if the page lives on, comes beside it. */
async function sendLasting({ record, store, endpoint }: Held): Promise<void> {
  const taken = { ...record, draft: false, lease: newLease() };
  const ending = attempt({ record: taken, endpoint, store }, record.body, true);
  const claimed = store
    .change(amend(record.key, { draft: false, lease: taken.lease }, record.lease?.token))
    .catch(() => {});
  const { settle, tell } = await ending;
  await claimed;
  await store.change(settle);
  tell();
}
