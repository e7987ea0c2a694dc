// Runs the Worker in Cloudflare's own runtime, as its developer tools do on a desk, with a D1 database on disk.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReceivedResponse } from '../support/endpoint.js';
import { fileOf, MINIFLARE } from './on-demand.js';
import { ENDPOINTS, readmeOf } from './readme.js';
import type { Running } from './receivers.js';

/** As much of Miniflare as is used: it is fetched when the test runs, so its types are not there to compile with. */
interface Miniflare {
  ready: Promise<URL>;
  dispose: () => Promise<void>;
  getD1Database: (binding: string) => Promise<{
    prepare: (sql: string) => { all: () => Promise<{ results: { body: string }[] }> };
  }>;
}

export async function startWorker(folder: string): Promise<Running> {
  const { Miniflare } = (await import(fileOf(MINIFLARE, 'dist/src/index.js'))) as {
    Miniflare: new (options: Record<string, unknown>) => Miniflare;
  };
  const contents = readFileSync(join(ENDPOINTS, 'cloudflare-worker/worker.mjs'), 'utf8');
  const worker = new Miniflare({
    host: '127.0.0.1',
    port: 0,
    modules: [{ type: 'ESModule', path: 'worker.mjs', contents }],
    compatibilityDate: /"compatibility_date": "([\d-]+)"/.exec(readmeOf('cloudflare-worker'))?.[1],
    d1Databases: ['DB'],
    d1Persist: folder,
  });
  const { origin } = await worker.ready;
  return {
    origin,
    kill: () => worker.dispose(),
    async stored() {
      const database = await worker.getD1Database('DB');
      // The Worker makes its table with the first answer.
      const tables = await database.prepare("select name as body from sqlite_master where name = 'responses'").all();
      if (tables.results.length === 0) return [];
      const { results } = await database.prepare('select body from responses').all();
      return results.map(({ body }) => JSON.parse(body) as ReceivedResponse);
    },
  };
}
