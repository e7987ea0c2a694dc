/** The one door through which an element hands over what a shopper said. */
import { put, remove } from '../outbox/outbox.js';
import type { Durable } from '../outbox/record.js';
import { isChanging } from '../outbox/stores.js';
import { contextOf, measureVitals } from '../page/context.js';
import { compose } from '../response/compose.js';
import { keepsAs, letGo, takeOver, triedAs } from '../response/held.js';
import { hold } from '../response/hold.js';
import type { Response, Submission } from '../response/response.js';
import { idOf } from '../response/uuid.js';
import { settingsFor } from '../settings/check.js';
import { CurtsyError } from '../settings/error.js';
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
/** What was said last under each key: what is held is never older. */
const latest = new Map<string, Submission>();

/** Warms the database and sends what is left of earlier visits; once an element can be pressed, `measure` the page too. */
export function prepare(measure?: boolean): void {
  const settings = settingsFor();
  if (!started) {
    started = true;
    startDelivery();
    // One that finds no room stays held.
    takeOver().forEach((said) => void submit(said, () => {}, true).catch(() => {}));
    void awaitFormat(settings);
  }
  if (measure && settings.privacy === 'full') measureVitals();
}

/** The response that `submit` would store now; its revision is settled in storing. */
export function preview(said: Submission): Response {
  return response(said, nextRevision(said.key));
}

function nextRevision(key: string): number {
  const last = revisions.get(key) ?? 0;
  return hasDraft(idOf(key)) ? last : last + 1;
}

/**
 * Stores `said`, as a replaceable draft unless it is complete, and begins to send it. With `adopt` it comes from a page that is
 * gone: it is released as it stands, unless another page has taken it over. Resolves once it is
 * committed, to what `durable` names; `settled` is called when the endpoint has answered for good.
 *
 * @throws {CurtsyError} outbox-full, response-too-large: it is not kept
 */
export function submit(
  said: Submission,
  settled: (receipt: Receipt, outcome: Settled) => void,
  adopt = false,
): Promise<Receipt> {
  const { key } = said;
  const id = idOf(key);
  latest.set(key, said);
  const newest = () => revisions.get(key) ?? triedAs(key);
  let tried: number | undefined;
  let isHeld = false;
  let tell!: (receipt: Receipt) => void;
  const held = new Promise<Receipt>((resolve) => (tell = resolve));
  const rescue = (left?: boolean) => {
    // Nothing is left to hold of what was taken back.
    isHeld = latest.has(key) && hold(latest.get(key)!, left, tried ?? newest());
    // The page lives on, but what replaces a store that failed may be long in coming: what is held until then is safe.
    if (isHeld && left === undefined) tell({ id, revision: tried ?? nextRevision(key), durable: 'localstorage' });
  };
  storing.set(id, rescue);
  if (isChanging) rescue();
  const stored = inTurn(key, async () => {
    const settings = settingsFor(said.source);
    const format = awaitFormat(settings);
    if (format) {
      hold(said, false, newest());
      await format;
    }
    const now = Date.now();
    const draft = !said.complete && !adopt;
    const source = said.source ?? settings.source;
    nameSource(source);
    const endpoint = destinations()({ source, endpoint: said.endpoint });
    let before: number | undefined;
    const stored = await put(
      {
        id,
        kind: said.kind,
        source,
        endpoint: said.endpoint,
        expiresAt: now + settings.maxAge,
        draft,
        nextAt: draft ? now + RELEASE_AFTER : now,
        wire: (revision) => {
          tried = revision;
          // Written down before it can go out: whoever finds it held gives it the next.
          if (!keepsAs(latest.get(key) ?? said, revision) && adopt) throw new CurtsyError('taken-over', key);
          return wireOf(response(said, revision), settings);
        },
      },
      {
        // Once, within the transaction: what this page tries itself doesn't count.
        lastRevision: () => (before ??= newest()),
        adopt,
        released: revisions.has(key) && !hasDraft(id),
        ...settings,
        claims: !!endpoint && !draft && navigator.onLine,
        rescue: () => storing.forEach((other) => other()),
      },
    ).finally(() => storing.get(id) === rescue && storing.delete(id));
    const { record, store, claimed } = stored;
    const { revision } = record;
    const durable = isHeld && store.durable === 'memory' ? 'localstorage' : store.durable;
    const release = () => {
      if (latest.get(key) === said) letGo(key);
    };
    if (durable === store.durable) release();
    revisions.set(key, revision);
    const receipt = { id, revision, durable };
    if (settings.debug) console.info(`[curtsy] ${record.kind} ${id}.${revision} is stored in ${store.durable}`);
    follow(stored, (outcome) => {
      release();
      settled(receipt, outcome);
    });
    if (claimed) sendAtOnce({ record, store, endpoint: endpoint! });
    else if (draft) wakeAt(record.nextAt);
    else if (endpoint) wake();
    return receipt;
  });
  return Promise.race([held, stored]);
}

/**
 * Takes back a draft that was not released yet; with `released` also what was, if no attempt to send it has begun. Resolves whether
 * it was taken back.
 */
export function retract(key: string, released?: boolean): Promise<boolean> {
  const id = idOf(key);
  latest.delete(key);
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
