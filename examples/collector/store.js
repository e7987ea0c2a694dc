/** Where answers are kept: PostgreSQL in this process (PGlite), on disk. The SQL stays within PostgreSQL 15. */

import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { lockFolder } from './folder-lock.js';

const TABLES = `
  create table if not exists responses (
    arrived bigint generated always as identity,
    id uuid not null,
    revision integer not null,
    kind text not null,
    touchpoint text,
    scale smallint,
    format text,
    score smallint,
    verdict text,
    in_reply_to uuid,
    received_at timestamptz not null default now(),
    body text not null,
    primary key (id, revision)
  );
  create table if not exists deliveries (
    key text primary key,
    fingerprint text not null
  );
  create or replace view newest as
    select distinct on (id) *, min(arrived) over (partition by id) as first_arrived
    from responses
    order by id, revision desc;
`;

/** The same key, or the same id and revision, came before with other bytes. */
export class Conflict extends Error {
  statusCode = 422;
}

/**
 * Opens the store in a folder, which is made if need be.
 *
 * @param {string} dataDir
 */
export async function openStore(dataDir) {
  const folder = resolve(dataDir);
  await mkdir(folder, { recursive: true });
  const unlock = await lockFolder(folder);
  // Strict durability is the default of PGlite; it is what a 2xx answer stands on, so it is said here.
  const db = await PGlite.create({ dataDir: folder, relaxedDurability: false }).catch(async (error) => {
    await unlock();
    throw error;
  });
  await db.exec(TABLES);

  const rows = async (sql, parameters) => (await db.query(sql, parameters)).rows;

  return {
    /**
     * Keeps the responses of one POST, all or none. Resolves once they are committed, also when they were there before.
     *
     * @param {{key: string | undefined, text: string, responses: object[]}} delivery
     * @throws {Conflict}
     */
    save: ({ key, text, responses }) =>
      db.transaction(async (transaction) => {
        if (key !== undefined && !(await isNewDelivery(transaction, key, text))) return;
        for (const response of responses) await keep(transaction, response);
      }),

    /** The newest body of every id as JSON text, in the order in which the ids came. */
    bodies: async () => (await rows('select body from newest order by first_arrived')).map((row) => row.body),

    /** The last `limit` answers to a question, newest first. */
    latest: async (limit) =>
      (
        await rows(
          `select body, received_at as "receivedAt" from newest where kind in ('rating', 'expectation')
           order by first_arrived desc limit $1`,
          [limit],
        )
      ).map(parsed),

    /** Every callback, newest first, and whether it was cancelled. */
    callbacks: async () =>
      (
        await rows(
          `select body, received_at as "receivedAt", exists (
             select from responses as cancel where cancel.kind = 'callback-cancelled' and cancel.in_reply_to = newest.id
           ) as cancelled
           from newest where kind = 'callback' order by first_arrived desc`,
        )
      ).map(parsed),

    /** `{verdict, count}` of the expectation question's answers. */
    verdicts: () =>
      rows(`select verdict, count(*)::integer as count from newest where kind = 'expectation' group by verdict`),

    /**
     * Ratings by touchpoint: `{touchpoint, scale, format, count, mean, perScore: {score: count}}`.
     * Scales and formats are kept apart, since their scores don't compare.
     */
    ratings: () =>
      rows(
        `select touchpoint, scale, format, sum(n)::integer as count, sum(score * n)::float8 / sum(n) as mean,
           json_object_agg(score, n) as "perScore"
         from (
           select coalesce(touchpoint, '') as touchpoint, scale, format, score, count(*)::integer as n
           from newest where kind = 'rating' group by 1, 2, 3, 4
         ) as counted
         group by 1, 2, 3 order by 1, 2, 3`,
      ),

    close: async () => {
      await db.close();
      await unlock();
    },
  };
}

async function isNewDelivery(transaction, key, text) {
  const fingerprint = createHash('sha256').update(text).digest('hex');
  const { rows } = await transaction.query(
    'insert into deliveries (key, fingerprint) values ($1, $2) on conflict do nothing returning key',
    [key, fingerprint],
  );
  if (rows.length) return true;
  const before = await transaction.query('select fingerprint from deliveries where key = $1', [key]);
  if (before.rows[0].fingerprint !== fingerprint) {
    throw new Conflict(`The Idempotency-Key ${key} came before with another body.`);
  }
  return false;
}

async function keep(transaction, response) {
  const { id, revision, kind, touchpoint, answer, inReplyTo } = response;
  const body = JSON.stringify(response);
  const { rows } = await transaction.query(
    `insert into responses (id, revision, kind, touchpoint, scale, format, score, verdict, in_reply_to, body)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing returning id`,
    // A null character is the one that PostgreSQL can't keep; in the body it is escaped.
    [
      id,
      revision,
      kind,
      touchpoint?.replaceAll('\0', ''),
      answer?.scale,
      answer?.format,
      answer?.score,
      answer?.verdict,
      inReplyTo,
      body,
    ],
  );
  if (rows.length) return;
  const before = await transaction.query('select body from responses where id = $1 and revision = $2', [id, revision]);
  if (before.rows[0].body !== body) throw new Conflict(`Revision ${revision} of ${id} came before with other content.`);
}

function parsed({ body, ...row }) {
  return { ...row, response: JSON.parse(body) };
}
