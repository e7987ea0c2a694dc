// What the tests know of each receiver: how its README starts it, what it takes, and how to read what it has stored.

import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReceivedResponse } from '../support/endpoint.js';
import { startWorker } from './cloudflare.js';
import { fileOf, folderOf, MINIFLARE, missing, NETLIFY_BLOBS, NODE_RED } from './on-demand.js';
import { missingPhp } from './php.js';
import { freePort, run } from './program.js';
import { ENDPOINTS, readmeOf } from './readme.js';

export type Format = 'json' | 'text' | 'cloudevents' | 'cloudevents-batch';

/** A receiver that listens. */
export interface Running {
  origin: string;
  /** Ends it without a word, where it is a program of its own. */
  kill: () => Promise<unknown>;
  /** Everything that it has kept, all revisions. */
  stored: () => ReceivedResponse[] | Promise<ReceivedResponse[]>;
}

export interface Receiver {
  name: string;
  /** Its folder in examples/endpoints. */
  example: string;
  /** Those that it takes, the one in its README first. */
  formats: readonly [Format, ...Format[]];
  /** Whether it answers a preflight; one that doesn't lives on `text`. */
  preflight: boolean;
  /** The file that grows by a line a response, if it has one. */
  lines?: string;
  /** Keeps its files open, so that it doesn't notice when its folder is taken away. */
  holdsFiles?: boolean;
  /** Why it can't run on this machine. */
  missing?: () => string | undefined;
  /** Resolves once it listens. Its data go into `folder`. */
  start: (folder: string) => Promise<Running>;
}

const ADDRESS = /http:\/\/127\.0\.0\.1:[1-9]\d*/;

/** Receivers that print where they listen. */
async function startPrinting(command: string, args: string[], folder: string): Promise<Omit<Running, 'stored'>> {
  const { output, kill } = await run(command, args, { ready: ADDRESS, env: { PORT: '0', CURTSY_DATA: folder } });
  return { origin: ADDRESS.exec(output())?.[0] ?? '', kill };
}

function linesOf<Line = ReceivedResponse>(path: string): Line[] {
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, 'utf8').split('\n');
  if (lines.pop() !== '') throw new Error(`${path} does not end with a whole line.`);
  return lines.map((line) => JSON.parse(line) as Line);
}

/** The JSON of every file below `folder` whose path matches. */
function filesOf(folder: string, pattern: RegExp): ReceivedResponse[] {
  const paths = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [];
  return paths
    .filter((path) => pattern.test(path))
    .map((path) => JSON.parse(readFileSync(join(folder, path), 'utf8')) as ReceivedResponse);
}

async function startNode(file: string, folder: string): Promise<Running> {
  const running = await startPrinting(process.execPath, [join(ENDPOINTS, file)], folder);
  return { ...running, stored: () => linesOf(join(folder, 'responses.jsonl')) };
}

async function startCloudEvents(folder: string): Promise<Running> {
  const running = await startPrinting(process.execPath, [join(ENDPOINTS, 'cloudevents-kafka/receiver.mjs')], folder);
  const events = (): { data: ReceivedResponse }[] => linesOf(join(folder, 'events.jsonl'));
  return { ...running, stored: () => events().map(({ data }) => data) };
}

async function startPhp(folder: string): Promise<Running> {
  const address = `127.0.0.1:${await freePort()}`;
  const { kill } = await run('php', ['-S', address, 'feedback.php'], {
    ready: /Development Server .* started/,
    cwd: join(ENDPOINTS, 'php'),
    env: { CURTSY_DATA: folder },
  });
  return { origin: `http://${address}`, kill, stored: () => filesOf(folder, /\.json$/) };
}

async function startPython(folder: string): Promise<Running> {
  const running = await startPrinting('python3', [join(ENDPOINTS, 'python/server.py')], folder);
  const script = `
import json, sqlite3, sys
rows = sqlite3.connect(sys.argv[1]).execute("select body from responses")
print(json.dumps([json.loads(body) for body, in rows]))`;
  const stored = (): ReceivedResponse[] => {
    const args = ['-c', script, join(folder, 'responses.db')];
    const { stdout, stderr } = spawnSync('python3', args, { encoding: 'utf8' });
    if (!stdout) throw new Error(stderr);
    return JSON.parse(stdout) as ReceivedResponse[];
  };
  return { ...running, stored };
}

/** `more` is JavaScript for further settings. */
async function startNodeRed(folder: string, more = ''): Promise<Running> {
  const port = await freePort();
  // Where Node-RED keeps its flows, so that it has nothing to write into examples/.
  const userDir = mkdtempSync(join(tmpdir(), 'curtsy-node-red-'));
  copyFileSync(join(ENDPOINTS, 'node-red/flow.json'), join(userDir, 'flow.json'));
  const settings = `{ uiHost: '127.0.0.1', uiPort: ${port}, telemetry: { enabled: false }, ${more} }`;
  writeFileSync(join(userDir, 'settings.js'), `module.exports = ${settings};\n`);
  const program = await run(process.execPath, [fileOf(NODE_RED, 'red.js'), '--userDir', userDir, 'flow.json'], {
    ready: /Started flows[^]*Server now running|Server now running[^]*Started flows/,
    env: { CURTSY_DATA: folder },
  });
  const kill = async (): Promise<void> => {
    await program.kill();
    rmSync(userDir, { recursive: true });
  };
  return { origin: `http://127.0.0.1:${port}`, kill, stored: () => linesOf(join(folder, 'responses.jsonl')) };
}

async function startNetlify(folder: string): Promise<Running> {
  // Beside the package that it imports, as in a site.
  const site = folderOf(NETLIFY_BLOBS.name);
  copyFileSync(join(ENDPOINTS, 'netlify-function/feedback.mjs'), join(site, 'feedback.mjs'));
  copyFileSync(join(import.meta.dirname, 'netlify-site.mjs'), join(site, 'site.mjs'));
  const running = await startPrinting(process.execPath, [join(site, 'site.mjs')], folder);
  return { ...running, stored: () => filesOf(folder, /^entries\/.*\/\d{10}$/) };
}

export const receivers: readonly Receiver[] = [
  {
    name: 'fastify',
    example: 'fastify',
    formats: ['json', 'text'],
    preflight: true,
    lines: 'responses.jsonl',
    start: (folder) => startNode('fastify/server.mjs', folder),
  },
  {
    name: 'express',
    example: 'express',
    formats: ['json', 'text'],
    preflight: true,
    lines: 'responses.jsonl',
    start: (folder) => startNode('express/server.mjs', folder),
  },
  {
    name: 'php',
    example: 'php',
    formats: ['json', 'text'],
    preflight: true,
    missing: missingPhp,
    start: startPhp,
  },
  {
    name: 'python',
    example: 'python',
    formats: ['json', 'text'],
    preflight: true,
    missing: () =>
      spawnSync('python3', ['-c', 'import sqlite3']).status === 0
        ? undefined
        : 'no python3 with SQLite on this machine',
    start: startPython,
  },
  {
    name: 'node-red',
    example: 'node-red',
    formats: ['text'],
    preflight: false,
    lines: 'responses.jsonl',
    missing: () => missing(NODE_RED),
    start: (folder) => startNodeRed(folder),
  },
  {
    name: 'node-red with httpNodeCors',
    example: 'node-red',
    formats: ['text', 'json'],
    preflight: true,
    lines: 'responses.jsonl',
    missing: () => missing(NODE_RED),
    start: (folder) => startNodeRed(folder, /`(httpAdminRoot: .*?\})`/s.exec(readmeOf('node-red'))?.[1]),
  },
  {
    name: 'cloudevents-kafka',
    example: 'cloudevents-kafka',
    formats: ['cloudevents', 'cloudevents-batch'],
    preflight: true,
    lines: 'events.jsonl',
    start: startCloudEvents,
  },
  {
    name: 'cloudflare-worker',
    example: 'cloudflare-worker',
    formats: ['json', 'text'],
    preflight: true,
    holdsFiles: true,
    missing: () => missing(MINIFLARE),
    start: startWorker,
  },
  {
    name: 'netlify-function',
    example: 'netlify-function',
    formats: ['json', 'text'],
    preflight: true,
    missing: () => missing(NETLIFY_BLOBS),
    start: startNetlify,
  },
];

/** The receivers that only their platform can run, and why: each is a skipped test, so that nobody takes it for tried. */
export const elsewhere = {
  'google-apps-script': 'runs at Google only; its settings are tried with a stand-in',
};
