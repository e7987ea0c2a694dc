// Starts a program as its README says, waits for the line that tells it is ready, and ends it the hard way.

import { spawn } from 'node:child_process';
import { until } from '../support/until.js';
import { listen } from '../support/server.js';

export interface Program {
  /** What it has printed so far. */
  output: () => string;
  /** At once, without a word: what it acknowledged must be stored by then. */
  kill: () => Promise<void>;
}

export async function run(
  command: string,
  args: readonly string[],
  { ready, cwd, env = {} }: { ready: RegExp; cwd?: string; env?: NodeJS.ProcessEnv },
): Promise<Program> {
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  let failure: Error | undefined;
  child.once('error', (error) => (failure = error));
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
  const hasEnded = (): boolean => failure !== undefined || child.exitCode !== null || child.signalCode !== null;
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await until(hasEnded, { what: `the end of ${command}` });
  };
  try {
    await until(() => ready.test(output) || hasEnded(), { within: 45_000, what: `${command} to say ${String(ready)}` });
    if (hasEnded()) throw new Error(`${command} ended at once.`, { cause: failure });
  } catch (error) {
    await kill();
    throw new Error(`${command} ${args.join(' ')} did not start. It said:\n${output}`, { cause: error });
  }
  return { output: () => output, kill };
}

/** A port that was free a moment ago, for programs that can't choose one and say which. */
export async function freePort(): Promise<number> {
  const { origin, stop } = await listen(() => undefined);
  await stop();
  return Number(new URL(origin).port);
}
