// Runs what `npm start` runs after the build, on a free port and with a folder of its own, and can take it down the hard way.

import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { until } from './until.js';

const SCRIPT = join(import.meta.dirname, '../../.tools/start.mjs');

export interface Started {
  /** The address that was printed, such as `http://localhost:4173`. */
  address: string;
  /** Ends it as an operating system may: at once, without a word. */
  kill: () => Promise<void>;
  /** Ends it as a person does. */
  stop: () => Promise<void>;
}

/** `folder` is where the collector keeps its data. */
export async function start(folder: string): Promise<Started> {
  const env: NodeJS.ProcessEnv = { ...process.env, PORT: '0', CURTSY_DATA: folder };
  delete env['npm_lifecycle_event'];
  const child = spawn(process.execPath, [SCRIPT], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
  const address = await until(() => /^http:\/\/localhost:\d+$/m.exec(output)?.[0], {
    // A database is made at the first start.
    within: 50_000,
    what: 'a line that is the address of the shop',
  });
  return { address, kill: () => end(child, 'SIGKILL'), stop: () => end(child, 'SIGTERM') };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  child.kill(signal);
  await until(() => child.exitCode !== null || child.signalCode !== null, { what: `the end after ${signal}` });
}
