// @vitest-environment node
/** The collector keeps each answer once, says so only when it has, and shows what it keeps without letting it run. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCollector } from '../../../examples/collector/collector.js';

const SERVER = fileURLToPath(new URL('../../../examples/collector/server.js', import.meta.url));
/** A new PGlite takes some seconds to set itself up, longer beside other tests. */
const SLOW = 60_000;

type Body = Record<string, unknown> & { id: string; revision: number };

let made = 0;

function newId(): string {
  made += 1;
  return `01990e7c-1d2e-7a3b-8c4d-${made.toString(16).padStart(12, '0')}`;
}

function rating(more: object = {}, answer: object = {}): Body {
  return {
    version: 1,
    id: newId(),
    revision: 1,
    kind: 'rating',
    createdAt: '2026-11-22T09:30:00.000Z',
    source: 'webshop',
    touchpoint: 'product',
    locale: 'en',
    answer: { score: 4, scale: 5, format: 'svg', ...answer },
    complete: true,
    context: { instrument: 'rating/1' },
    ...more,
  };
}

function callback(answer: object = {}): Body {
  const { answer: _, ...common } = rating();
  return {
    ...common,
    id: common.id,
    revision: 1,
    kind: 'callback',
    answer: {
      channel: 'phone',
      phone: '+447700900123',
      phoneRaw: '07700 900123',
      slot: 'asap',
      reference: 'K7Q-2MD',
      consent: { text: 'For this call only.', version: '1', locale: 'en', at: '2026-11-22T09:30:00.000Z' },
      ...answer,
    },
  };
}

const keyOf = ({ id, revision }: Body) => `"${id}.${revision}"`;

/** A collector that runs, and what a test asks of it. */
class Running {
  readonly address: string;

  constructor(address: string) {
    this.address = address;
  }

  async post(body: unknown, headers: Record<string, string> = {}) {
    const reply = await fetch(`${this.address}/feedback`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    return { status: reply.status, headers: reply.headers, json: (await reply.json()) as Record<string, unknown> };
  }

  send(body: Body, headers: Record<string, string> = {}) {
    return this.post(body, { 'idempotency-key': keyOf(body), ...headers });
  }

  async responses(): Promise<Body[]> {
    return (await (await fetch(`${this.address}/responses`)).json()) as Body[];
  }

  async kept(id: string): Promise<Body[]> {
    return (await this.responses()).filter((response) => response.id === id);
  }

  async text(path: string): Promise<string> {
    return (await fetch(this.address + path)).text();
  }
}

async function listen(dataDir: string, perMinute: number) {
  const app = await createCollector({ dataDir, perMinute });
  return { app, running: new Running(await app.listen({ port: 0, host: '127.0.0.1' })) };
}

let folders: string;
let count = 0;

/** A folder with an empty store: a copy, since to set one up takes seconds. */
async function newFolder(): Promise<string> {
  count += 1;
  const folder = join(folders, String(count));
  await cp(join(folders, 'empty'), folder, { recursive: true });
  return folder;
}

beforeAll(async () => {
  folders = await mkdtemp(join(tmpdir(), 'curtsy-collector-'));
  await (await createCollector({ dataDir: join(folders, 'empty') })).close();
}, SLOW);

afterAll(() => rm(folders, { recursive: true, force: true }));

describe('the collector', () => {
  let app: Awaited<ReturnType<typeof createCollector>>;
  let collector: Running;
  let folder: string;

  beforeAll(async () => {
    folder = await newFolder();
    ({ app, running: collector } = await listen(folder, 10_000));
  }, SLOW);

  afterAll(() => app.close());

  describe('keeping', () => {
    it('keeps one response', async () => {
      const body = rating({ metadata: { order: 'A-1001' } }, { comment: 'Zürich 🙂 \u0000 end' });
      expect(await collector.send(body)).toMatchObject({ status: 200, json: { accepted: 1 } });
      expect(await collector.kept(body.id)).toEqual([body]);
    });

    it('keeps a list', async () => {
      const bodies = [rating(), rating(), callback()];
      const reply = await collector.post(bodies, { 'idempotency-key': '"0c4d6c1e-2a6b-4f8e-9d3c-1f2e3d4c5b6a"' });
      expect(reply).toMatchObject({ status: 200, json: { accepted: 3 } });
      const ids = bodies.map((body) => body.id);
      expect((await collector.responses()).filter((kept) => ids.includes(kept.id))).toEqual(bodies);
    });

    it('keeps text/plain, which comes without a preflight and without a key', async () => {
      const body = rating();
      const plain = { 'content-type': 'text/plain;charset=UTF-8' };
      expect(await collector.post(body, plain)).toMatchObject({ status: 200 });
      expect(await collector.post(body, plain)).toMatchObject({ status: 200 });
      expect(await collector.kept(body.id)).toEqual([body]);
    });

    it('keeps a touchpoint that PostgreSQL could not', async () => {
      const body = rating({ touchpoint: 'a\u0000b \ud800' });
      expect(await collector.send(body)).toMatchObject({ status: 200 });
      expect((await collector.kept(body.id))[0]?.touchpoint).toBe(body.touchpoint);
    });

    it('lists oldest first', async () => {
      const bodies = [rating(), rating(), rating()].reverse();
      for (const body of bodies) await collector.send(body);
      const ids = bodies.map((body) => body.id);
      expect((await collector.responses()).map((kept) => kept.id).filter((id) => ids.includes(id))).toEqual(ids);
    });
  });

  describe('once', () => {
    it('answers a repeated POST as it answered the first', async () => {
      const body = rating();
      const replies = [await collector.send(body), await collector.send(body), await collector.send(body)];
      expect(replies.map(({ status, json }) => ({ status, json }))).toEqual(
        Array(3).fill({ status: 200, json: { accepted: 1 } }),
      );
      expect(await collector.kept(body.id)).toHaveLength(1);
    });

    it('keeps one of twenty that come at once', async () => {
      const body = rating();
      const replies = await Promise.all(Array.from({ length: 20 }, () => collector.send(body)));
      expect(replies.every((reply) => reply.status === 200)).toBe(true);
      expect(await collector.kept(body.id)).toHaveLength(1);
    });

    it('knows a response again in a list, by id and revision', async () => {
      const [known, fresh] = [rating(), rating()];
      await collector.send(known);
      expect(await collector.post([known, fresh], { 'idempotency-key': '"batch-1"' })).toMatchObject({ status: 200 });
      expect(await collector.kept(known.id)).toHaveLength(1);
      expect(await collector.kept(fresh.id)).toHaveLength(1);
    });

    it('refuses the same key with other bytes', async () => {
      const body = rating();
      await collector.send(body);
      const reply = await collector.post(JSON.stringify(body, null, 1), { 'idempotency-key': keyOf(body) });
      expect(reply).toMatchObject({ status: 422, json: { error: expect.stringContaining(body.id) } });
      expect(await collector.kept(body.id)).toEqual([body]);
    });

    it('refuses the same id and revision with other content', async () => {
      const body = rating();
      await collector.send(body);
      const other = { ...body, answer: { score: 1, scale: 5, format: 'svg' } };
      expect(await collector.post(other)).toMatchObject({ status: 422 });
      expect(await collector.kept(body.id)).toEqual([body]);
    });

    it('keeps nothing of a list that it refuses', async () => {
      const [known, fresh] = [rating(), rating()];
      await collector.send(known);
      const key = { 'idempotency-key': '"batch-2"' };
      expect(await collector.post([fresh, { ...known, complete: false }], key)).toMatchObject({ status: 422 });
      expect(await collector.kept(fresh.id)).toEqual([]);
      expect(await collector.post([fresh], key)).toMatchObject({ status: 200 });
    });
  });

  describe('revisions', () => {
    it('lets the newest revision hold, in whichever order they come', async () => {
      const first = rating({ complete: false });
      const second = { ...first, revision: 2, complete: true };
      const third = { ...second, revision: 3 };
      for (const body of [first, third, second]) expect(await collector.send(body)).toMatchObject({ status: 200 });
      expect(await collector.kept(first.id)).toEqual([third]);
    });
  });

  describe('bad bodies', () => {
    it.each<[string, unknown, number, string | undefined]>([
      ['no JSON', '{"version":', 400, ''],
      ['nothing', '', 400, ''],
      ['an empty list', [], 400, ''],
      ['a list within a list', [[]], 400, '/0'],
      ['null', 'null', 400, ''],
      ['a wrong score', rating({}, { score: 9 }), 400, '/answer/score'],
      ['a wrong score in a list', [rating(), rating({}, { score: 9 })], 400, '/1/answer/score'],
      ['an unknown property', rating({}, { shoeSize: 43 }), 400, '/answer'],
      ['nested metadata', rating({ metadata: { cart: {} } }), 400, '/metadata/cart'],
      ['__proto__', `{"__proto__":{"version":1},"id":"${newId()}"}`, 400, ''],
      ['a list of 101', Array.from({ length: 101 }, () => rating()), 413, ''],
      ['six megabytes', `"${'x'.repeat(6 * 1024 * 1024)}"`, 413, undefined],
    ])('%s', async (_, body, status, path) => {
      const before = (await collector.responses()).length;
      const reply = await collector.post(body);
      expect(reply.status).toBe(status);
      expect(reply.json.error).toEqual(expect.stringMatching(/\S/));
      expect(reply.json.path).toBe(path);
      expect(await collector.responses()).toHaveLength(before);
    });

    it('says in words what is wrong', async () => {
      const { json } = await collector.post(rating({ kind: 'survey' }));
      expect(json.error).toBe('/kind must be one of rating, expectation, callback, callback-cancelled, impression.');
    });

    it('refuses a content type that it does not know', async () => {
      expect(await collector.post(rating(), { 'content-type': 'application/x-www-form-urlencoded' })).toMatchObject({
        status: 415,
      });
    });

    it('refuses a key that is none', async () => {
      expect(await collector.post(rating(), { 'idempotency-key': 'x'.repeat(256) })).toMatchObject({ status: 400 });
    });
  });

  describe('other origins', () => {
    it('answers the preflight', async () => {
      const reply = await fetch(`${collector.address}/feedback`, {
        method: 'OPTIONS',
        headers: {
          origin: 'https://shop.example',
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'content-type,idempotency-key',
        },
      });
      expect(reply.status).toBe(204);
      expect(reply.headers.get('access-control-allow-origin')).toBe('*');
      expect(reply.headers.get('access-control-allow-methods')).toBe('POST');
      expect(reply.headers.get('access-control-allow-headers')?.toLowerCase()).toBe('content-type, idempotency-key');
      expect(reply.headers.get('access-control-max-age')).toBe('86400');
    });

    it.each([
      ['a good body', () => rating(), 200],
      ['a bad body', () => ({}), 400],
    ])('lets the page read the answer to %s', async (_, body, status) => {
      const reply = await collector.post(body(), { origin: 'https://shop.example' });
      expect(reply.status).toBe(status);
      expect(reply.headers.get('access-control-allow-origin')).toBe('*');
      expect(reply.headers.get('access-control-expose-headers')).toBe('Retry-After');
    });

    it.each(['/responses', '/inbox', '/inbox.csv'])('may not read %s', async (path) => {
      const reply = await fetch(collector.address + path, { headers: { origin: 'https://shop.example' } });
      expect(reply.status).toBe(200);
      expect(reply.headers.get('access-control-allow-origin')).toBeNull();
      expect(reply.headers.get('cache-control')).toBe('no-store');
    });
  });

  describe('the inbox', () => {
    it('escapes what people typed', async () => {
      const script = `<script>alert("1")</script>`;
      await collector.send(rating({ touchpoint: script, locale: script }, { comment: script, reasons: [script] }));
      await collector.send(callback({ name: script, note: script, topic: script, phone: undefined, phoneRaw: script }));
      const page = await collector.text('/inbox');
      expect(page).not.toContain('<script');
      expect(page.split('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;').length).toBeGreaterThan(7);
    });

    it('marks a callback that was cancelled', async () => {
      const asked = callback({ reference: 'ZZZ-999' });
      const { answer: _, ...rest } = asked;
      const item = async () => (await collector.text('/inbox')).split('<li').find((part) => part.includes('ZZZ-999'));
      await collector.send(asked);
      expect(await item()).not.toContain('Cancelled');
      await collector.send({ ...rest, id: newId(), revision: 1, kind: 'callback-cancelled', inReplyTo: asked.id });
      expect(await item()).toContain('Cancelled');
    });

    it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1'])(
      'hands %j to a spreadsheet as text',
      async (typed) => {
        const body = rating({}, { comment: `${typed},"x"` });
        await collector.send(body);
        const csv = await collector.text('/inbox.csv');
        expect(csv).toContain(`,"'${typed},""x""",`);
      },
    );
  });

  it('lets no second process into its folder', async () => {
    await expect(createCollector({ dataDir: folder })).rejects.toMatchObject({ code: 'FOLDER_IN_USE' });
  });
});

describe('counting', () => {
  it(
    'counts the newest revision of each answer',
    async () => {
      const { app, running } = await listen(await newFolder(), 10_000);
      try {
        const judged = (verdict: string, score: number) => ({
          ...rating(),
          kind: 'expectation',
          answer: { verdict, score, scale: 5 },
        });
        const changed = judged('met', 0);
        await running.post([judged('fell-short', -1), changed, judged('exceeded', 1), judged('exceeded', 2)]);
        await running.post({ ...changed, revision: 2, answer: { verdict: 'fell-short', score: -2, scale: 5 } });
        await running.post([rating({}, { score: 2 }), rating({}, { score: 5 }), callback()]);
        const words = (await running.text('/inbox')).replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
        expect(words).toContain('Fell short 2 50% Met 0 0% Exceeded 2 50%');
        expect(words).toContain('product svg 2 3.5 of 5');
        expect(words).toContain('Callbacks, 1 open');
      } finally {
        await app.close();
      }
    },
    SLOW,
  );
});

describe('the rate limit', () => {
  it(
    'holds for POST /feedback alone and says when to come back',
    async () => {
      const { app, running } = await listen(await newFolder(), 3);
      try {
        for (let at = 0; at < 3; at += 1) expect(await running.send(rating())).toMatchObject({ status: 200 });
        const reply = await running.send(rating());
        expect(reply.status).toBe(429);
        expect(Number(reply.headers.get('retry-after'))).toBeGreaterThan(0);
        expect(reply.headers.get('access-control-allow-origin')).toBe('*');
        expect(reply.headers.get('access-control-expose-headers')).toBe('Retry-After');
        expect(await running.responses()).toHaveLength(3);
      } finally {
        await app.close();
      }
    },
    SLOW,
  );
});

describe('a kill', () => {
  it(
    'loses nothing that was acknowledged',
    async () => {
      const folder = await newFolder();
      const acknowledged: string[] = [];
      for (let round = 0; round < 3; round += 1) {
        const child = spawn(process.execPath, [SERVER], {
          env: { ...process.env, CURTSY_DATA: folder, PORT: '0' },
          stdio: ['ignore', 'pipe', 'inherit'],
        });
        const [address] = (await once(createInterface(child.stdout), 'line')) as [string];
        const running = new Running(address);
        for (let at = 0; at < 20; at += 1) {
          const body = rating();
          expect(await running.send(body)).toMatchObject({ status: 200 });
          acknowledged.push(body.id);
        }
        // One more is under way when it is killed: nobody can say whether it is kept, but the store must open again.
        const underWay = running.send(rating()).catch(() => undefined);
        child.kill('SIGKILL');
        await Promise.all([once(child, 'exit'), underWay]);
      }
      const { app, running } = await listen(folder, 10_000);
      try {
        const ids = (await running.responses()).map((response) => response.id);
        expect(ids).toEqual(expect.arrayContaining(acknowledged));
        expect(new Set(ids).size).toBe(ids.length);
      } finally {
        await app.close();
      }
    },
    SLOW,
  );
});
