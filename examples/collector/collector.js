/** An endpoint for answers: takes them, keeps each once, and shows them. */

import { readFileSync } from 'node:fs';
import cors from '@fastify/cors';
import rateLimit from '@fastify/rate-limit';
import Fastify from 'fastify';
import { inboxCsv } from './inbox-csv.js';
import { inboxPage } from './inbox-page.js';
import { readResponses, RefusedBody } from './response-check.js';
import { openStore } from './store.js';

const STYLES = readFileSync(new URL('inbox.css', import.meta.url), 'utf8');

/**
 * Makes a Fastify server with the collector's routes, its store open. It does not listen yet; closing it closes the store.
 *
 * @param {object} options
 * @param {string} options.dataDir folder of the database
 * @param {number} [options.perMinute] how many POSTs a minute one address may send
 */
export async function createCollector({ dataDir, perMinute = 120 }) {
  const store = await openStore(dataDir);
  const app = Fastify({ bodyLimit: 5 * 1024 * 1024 });
  app.addHook('onClose', () => store.close());
  app.setErrorHandler(tellError);
  await app.register(rateLimit, { global: false });
  await app.register((scope) => takeAnswers(scope, store, perMinute));
  await app.register((scope) => showAnswers(scope, store));
  return app;
}

async function takeAnswers(app, store, perMinute) {
  // Any shop may send here, so any origin may; nothing can be read from another origin.
  await app.register(cors, {
    origin: '*',
    methods: ['POST'],
    allowedHeaders: ['Content-Type', 'Idempotency-Key'],
    exposedHeaders: ['Retry-After'],
    maxAge: 86_400,
  });
  app.removeAllContentTypeParsers();
  // As text, since the bytes count; as text/plain, since that needs no preflight.
  app.addContentTypeParser(['application/json', 'text/plain'], { parseAs: 'string' }, async (_, text) => text);
  const config = { rateLimit: { max: perMinute, timeWindow: 60_000 } };

  app.post('/feedback', { config }, async (request) => {
    const key = request.headers['idempotency-key'];
    if (key !== undefined && !/^[\x21-\x7e]{1,255}$/.test(key)) {
      throw new RefusedBody(400, '', 'The Idempotency-Key must be 1 to 255 visible ASCII characters.');
    }
    const text = request.body ?? '';
    const responses = readResponses(text);
    await store.save({ key, text, responses });
    return { accepted: responses.length };
  });
}

async function showAnswers(app, store) {
  app.addHook('onRequest', async (_, reply) => {
    // People's words and numbers: no cache keeps them, and nothing in them can run.
    reply.headers({
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
    });
  });

  app.get('/responses', async (_, reply) => {
    reply.type('application/json; charset=utf-8');
    return `[${(await store.bodies()).join(',')}]`;
  });

  app.get('/inbox', async (_, reply) => {
    reply.type('text/html; charset=utf-8');
    const [verdicts, ratings, callbacks, latest] = await Promise.all([
      store.verdicts(),
      store.ratings(),
      store.callbacks(),
      store.latest(50),
    ]);
    return inboxPage({ verdicts, ratings, callbacks, latest });
  });

  app.get('/inbox.css', async (_, reply) => {
    reply.type('text/css; charset=utf-8');
    return STYLES;
  });

  app.get('/inbox.csv', async (_, reply) => {
    reply.type('text/csv; charset=utf-8').header('content-disposition', 'attachment; filename="inbox.csv"');
    return inboxCsv((await store.bodies()).map((body) => JSON.parse(body)));
  });
}

function tellError(error, _, reply) {
  const status = error.statusCode ?? 500;
  if (status >= 500) console.error(error);
  const message = status >= 500 ? 'The answer could not be kept. Try again later.' : error.message;
  reply.status(status).send({ error: message, path: error.path });
}
