// Programs that are too big to be everybody's dependency are fetched when their test runs, in a fixed version, and kept in build/.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const CACHE = join(import.meta.dirname, '../../build/examples');

/** An npm package. */
export interface OnDemand {
  name: string;
  version: string;
}

export const MINIFLARE: OnDemand = { name: 'miniflare', version: '4.20260426.0' };
export const NETLIFY_BLOBS: OnDemand = { name: '@netlify/blobs', version: '10.7.13' };
export const NODE_RED: OnDemand = { name: 'node-red', version: '4.1.15' };
export const PRISM: OnDemand = { name: '@stoplight/prism-cli', version: '5.14.2' };

/** A file of the package. */
export function fileOf({ name }: OnDemand, path: string): string {
  return join(folderOf(name), 'node_modules', name, path);
}

/** Fetches it if need be. Returns why it can't be had, or undefined. */
export function missing({ name, version }: OnDemand): string | undefined {
  const folder = folderOf(name);
  if (isThere(folder, name, version)) return undefined;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const args = ['install', '--no-audit', '--no-fund', '--loglevel=error', '--prefix', folder, `${name}@${version}`];
  const { status, stderr, error } = spawnSync('npm', args, { encoding: 'utf8', timeout: 180_000 });
  if (status === 0) return undefined;
  return `npm could not install ${name}@${version}: ${(error?.message ?? stderr).trim().split('\n')[0] ?? ''}`;
}

/** Where the package is installed, and where what imports it may stand. */
export function folderOf(name: string): string {
  return join(CACHE, name.replace(/^.*\//, ''));
}

/** npm writes the list of what it installed last of all, so an interrupted installation has none. */
function isThere(folder: string, name: string, version: string): boolean {
  const list = join(folder, 'node_modules/.package-lock.json');
  if (!existsSync(list)) return false;
  const { packages } = JSON.parse(readFileSync(list, 'utf8')) as { packages: Record<string, { version?: string }> };
  return packages[`node_modules/${name}`]?.version === version;
}
