// PHP is on many machines and not on all: this finds it, and on Debian, as root, installs it.

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** The oldest that the example says it runs on. */
const OLDEST = '8.1.0';

/** Returns why there is no PHP, or undefined. */
export function missingPhp(): string | undefined {
  if (isThere()) return undefined;
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) install();
  return isThere() ? undefined : `no PHP from ${OLDEST} on this machine (Debian: apt-get install php-cli)`;
}

function isThere(): boolean {
  const check = `exit(version_compare(PHP_VERSION, '${OLDEST}', '<') ? 1 : 0);`;
  return spawnSync('php', ['-r', check]).status === 0;
}

function install(): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const options = ['-y', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=600'];
  for (const args of [['update'], ['install', ...options, 'php-cli']]) spawnSync('apt-get', args, { env });
}
