// What `npm start` runs: the example shop, the built files and the collector on one address, so that all of it can be tried.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import { createCollector } from '../examples/collector/collector.js';
import { serve } from '../examples/collector/serve.js';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');
const dataDir = process.env.CURTSY_DATA ?? join(root, 'examples/collector/.data');

/** The policy that Curtsy runs under, and nothing more than this shop needs besides. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

if (existsSync(join(dist, 'curtsy.js'))) {
  const address = await serve(makeShop, Number(process.env.PORT ?? 4173));
  if (address) console.log(`What is answered there arrives in ${address}/inbox`);
  if (process.env.npm_lifecycle_event) endWithParent();
} else {
  console.error('There is no dist/curtsy.js yet. Run `npm run build` first.');
  process.exitCode = 1;
}

/** The shell between npm and this dies of a SIGTERM and keeps it to itself; a server left behind would hold the port. */
function endWithParent() {
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || process.kill(process.pid, 'SIGTERM'), 500).unref();
}

async function makeShop() {
  const app = await createCollector({ dataDir });
  await app.register(servePages);
  await app.register(serveBuild);
  return app;
}

async function servePages(app) {
  app.addHook('onSend', async (_, reply) => {
    reply.headers({
      'cache-control': 'no-cache',
      'content-security-policy': POLICY,
      'x-content-type-options': 'nosniff',
    });
  });
  await app.register(fastifyStatic, { root: join(root, 'examples/storefront'), cacheControl: false });
}

async function serveBuild(app) {
  app.addHook('onSend', async (request, reply) => {
    // Only an address that names the version always stands for the same bytes.
    const forGood = 'v' in request.query && reply.statusCode === 200;
    reply.header('cache-control', forGood ? 'public, max-age=31536000, immutable' : 'no-cache');
  });
  await app.register(fastifyStatic, { root: dist, prefix: '/curtsy/', cacheControl: false, decorateReply: false });
}
