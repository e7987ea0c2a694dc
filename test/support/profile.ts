// A browser with its profile on disk, for what must outlive the whole browser: it can be killed, and started again on the same folder.

import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type BrowserContext } from 'playwright-core';
import { ARGS, chromiumPath } from './chromium.js';
import { until } from './until.js';

export interface Profile {
  context: BrowserContext;
  /** As a flat battery ends it: at once, without a word to any page. */
  kill: () => Promise<void>;
}

export async function openProfile(folder: string): Promise<Profile> {
  const portFile = join(folder, 'DevToolsActivePort');
  rmSync(portFile, { force: true });
  const own = ['--headless', '--remote-debugging-port=0', `--user-data-dir=${folder}`, 'about:blank'];
  const child = spawn(chromiumPath(), [...ARGS, ...own], { stdio: 'ignore' });
  await until(() => existsSync(portFile) && readFileSync(portFile, 'utf8').includes('\n'), { within: 30_000 });
  const [port = ''] = readFileSync(portFile, 'utf8').split('\n');
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  const [context] = browser.contexts();
  if (!context) throw new Error('The browser has no profile.');
  return { context, kill: () => kill(child) };
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await until(() => child.signalCode !== null, { what: 'the end of the browser' });
}
