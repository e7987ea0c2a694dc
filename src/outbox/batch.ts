/** Responses that share a POST. A batch is frozen: whoever sends it again sends the same bytes under the same id. */
import { newKey, idOf } from '../response/uuid.js';
import { MAX_BODY, sizeOf } from './outbox.js';
import { BATCH, membersOf, WAITING, type OutboxRecord } from './record.js';
import { pages, type Access, type Store } from './store.js';

/** Makes a batch of `first` and the next that `fit`, at most `most`, of one kind of body; undefined if it stays alone. */
export async function gather(
  access: Access,
  first: OutboxRecord,
  fits: (other: OutboxRecord) => boolean,
  most: number,
): Promise<{ batch: OutboxRecord; body: string } | undefined> {
  const members = [first];
  let size = sizeOf(first.body);
  for await (const page of pages(access, WAITING, most, first.key)) {
    for (const other of page) {
      if (members.length === most) break;
      if (other.contentType !== first.contentType || other.source !== first.source || !fits(other)) continue;
      size += sizeOf(other.body);
      if (size > MAX_BODY) break;
      members.push(other);
    }
    if (members.length === most || size > MAX_BODY) break;
  }
  if (members.length === 1) return;
  const id = idOf(newKey());
  const keys = members.map(({ key }) => key);
  const expiresAt = Math.max(...members.map((member) => member.expiresAt));
  const batch = { ...first, key: BATCH + id, id, revision: 1, kind: 'batch', keys, body: '', attempts: 0, expiresAt };
  return { batch, body: arrayOf(members) };
}

/** Two batches in the place of one that was too much. */
export function halve(access: Access, batch: OutboxRecord): void {
  const keys = membersOf(batch);
  const middle = Math.ceil(keys.length / 2);
  access.remove(batch.key);
  for (const half of [keys.slice(0, middle), keys.slice(middle)]) {
    const id = idOf(newKey());
    access.put({ ...batch, key: BATCH + id, id, keys: half, attempts: 0, errors: 0, nextAt: 0, lease: undefined });
  }
}

/**
 * The bytes of a batch that was made before. Where a member is gone, by itself or by its page's leaving, they can't be the same
 * again: then the batch is taken apart.
 */
export async function bodyOf(store: Store, batch: OutboxRecord): Promise<string | undefined> {
  return store.change(async (access) => {
    const members = await Promise.all(membersOf(batch).map((key) => access.get(key)));
    const found = members.filter((member) => member !== undefined);
    if (found.length === members.length) return arrayOf(found);
    access.remove(batch.key);
    return;
  });
}

/** An array of bodies. A member of a format that is a batch of its own already stands in brackets. */
function arrayOf(members: OutboxRecord[]): string {
  return `[${members.map(({ body }) => body.replace(/^\[(.*)\]$/s, '$1')).join(',')}]`;
}
