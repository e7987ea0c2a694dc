/** The one door through which an element hands over what a shopper said. */
import { put, remove } from '../outbox/outbox.js';
import type { Durable } from '../outbox/record.js';
import { contextOf, measureVitals } from '../page/context.js';
import { compose } from '../response/compose.js';
import { abandoned, letGo, takenAs } from '../response/held.js';
import { hold } from '../response/hold.js';
import type { Response, Submission } from '../response/response.js';
import { idOf } from '../response/uuid.js';
import { settingsFor } from '../settings/check.js';
import { sendAtOnce, startDelivery, wake, wakeAt } from './delivery.js';
import { destinations, nameSource } from './destinations.js';
import { follow, hasDraft, storing, unfollow, type Settled } from './follow.js';
import { awaitFormat, wireOf } from './wire.js';

/** An unreleased draft is sent this long after its last change, by whichever page is open then. */
const RELEASE_AFTER = 6e4;

export interface Receipt {
  id: string;
  revision: number;
  durable: Durable;
}

/** Revisions that this page stored, the newest of each key, so that what follows gets the next. */
const revisions = new Map<string, number>();
let started = false;
/** Submissions of one key are stored in the order of their saying. */
const turns = new Map<string, Promise<unknown>>();

/** Warms the database and sends what is left of earlier visits; once an element can be pressed, `measure` the page too. */
export function prepare(measure?: boolean): void {
  const settings = settingsFor();
  if (!started) {
    started = true;
    startDelivery();
    // One that finds no room stays held.
    abandoned().forEach(({ submission, revision }) => void submit(submission, () => {}, revision).catch(() => {}));
    void awaitFormat(settings);
  }
  if (measure && settings.privacy === 'full') measureVitals();
}

/** The response that `submit` would store now; its revision is settled in storing. */
export function preview(said: Submission): Response {
  const last = revisions.get(said.key) ?? 0;
  return response(said, hasDraft(idOf(said.key)) ? last : last + 1);
}

/**
 * Stores `said`, as a replaceable draft unless it is complete, and begins to send it. With `left` it comes from a page that is
 * gone and may have stored it as that revision: it is released as it stands, unless it is in the outbox. Resolves once it is
 * committed, to what `durable` names; `settled` is called when the endpoint has answered for good.
 *
 * @throws {CurtsyError} outbox-full, response-too-large: it is not kept
 */
export function submit(
  said: Submission,
  settled: (receipt: Receipt, outcome: Settled) => void,
  left?: number,
): Promise<Receipt> {
  const { key } = said;
  return inTurn(key, async () => {
    const settings = settingsFor(said.source);
    const format = awaitFormat(settings);
    if (format) {
      hold(said);
      await format;
    }
    const now = Date.now();
    const adopt = left !== undefined;
    const draft = !said.complete && !adopt;
    const source = said.source ?? settings.source;
    nameSource(source);
    const endpoint = destinations()({ source, endpoint: said.endpoint });
    let tried = left ?? 0;
    const rescue = (isLeft?: boolean) => void hold(said, isLeft, tried);
    storing.set(idOf(key), rescue);
    const stored = await put(
      {
        id: idOf(key),
        kind: said.kind,
        source,
        endpoint: said.endpoint,
        expiresAt: now + settings.maxAge,
        draft,
        nextAt: draft ? now + RELEASE_AFTER : now,
        wire: (revision) => {
          tried = revision;
          return wireOf(response(said, revision), settings);
        },
      },
      {
        lastRevision: revisions.get(key) ?? left ?? takenAs(key),
        adopt,
        released: revisions.has(key) && !hasDraft(idOf(key)),
        ...settings,
        claims: !!endpoint && !draft && navigator.onLine,
        rescue,
      },
    ).finally(() => storing.delete(idOf(key)));
    letGo(key);
    const { record, store, claimed } = stored;
    const { id, revision } = record;
    revisions.set(key, revision);
    const receipt = { id, revision, durable: store.durable };
    if (settings.debug) console.info(`[curtsy] ${record.kind} ${id}.${revision} is stored in ${store.durable}`);
    follow(stored, (outcome) => settled(receipt, outcome));
    if (claimed) sendAtOnce({ record, store, endpoint: endpoint! });
    else if (draft) wakeAt(record.nextAt);
    else if (endpoint) wake();
    return receipt;
  });
}

/**
 * Takes back a draft that was not released yet; with `released` also what was, if no attempt to send it has begun. Resolves whether
 * it was taken back.
 */
export function retract(key: string, released?: boolean): Promise<boolean> {
  const id = idOf(key);
  letGo(key);
  return inTurn(key, async () => {
    unfollow(id);
    const removed = await remove(id, released);
    if (removed) unfollow(id, released);
    return removed;
  });
}

function response(said: Submission, revision: number): Response {
  const settings = settingsFor(said.source);
  return compose(said, revision, settings, contextOf(said.page, said.instrument, settings));
}

function inTurn<T>(key: string, step: () => Promise<T>): Promise<T> {
  const turn = (turns.get(key) ?? Promise.resolve()).catch(() => {}).then(step);
  turns.set(key, turn);
  return turn;
}
