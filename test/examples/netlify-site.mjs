// Runs feedback.mjs as Netlify would: a Request in, a Response out, and a blob store beside it (Netlify's own, for desks).

import { createServer } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { BlobsServer } from '@netlify/blobs/server';

const token = 'local';
const blobs = new BlobsServer({ directory: process.env.CURTSY_DATA, token, port: 0 });
const { port } = await blobs.start();
const edgeURL = `http://localhost:${port}`;
const context = { edgeURL, uncachedEdgeURL: edgeURL, siteID: 'shop', token };
process.env.NETLIFY_BLOBS_CONTEXT = Buffer.from(JSON.stringify(context)).toString('base64');

const { default: feedback, config } = await import('./feedback.mjs');

const server = createServer(async (incoming, reply) => {
  const { method, headers } = incoming;
  const url = new URL(incoming.url, 'http://shop.example');
  if (url.pathname !== config.path) return reply.writeHead(404).end();
  const body = method === 'POST' ? await buffer(incoming) : undefined;
  const response = await feedback(new Request(url, { method, headers: Object.entries(headers), body }));
  reply.writeHead(response.status, Object.fromEntries(response.headers));
  reply.end(Buffer.from(await response.arrayBuffer()));
});
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));
