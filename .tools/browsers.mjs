// Real browsers are the only judges of the built files: this finds Chromium, and fetches it where it is missing.

import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'msedge'];

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The fonts are for pictures: without them emoji and other scripts are drawn as boxes. */
const DEBIAN_PACKAGES = ['chromium', 'fonts-noto-core', 'fonts-noto-color-emoji', 'fonts-dejavu-core'];

/** The path of a Chromium on this machine, or undefined. `CHROMIUM_PATH` wins, Playwright's own download comes last. */
export function findChromium() {
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [process.env.CHROMIUM_PATH, ...USUAL_PLACES, ...onPath, chromium.executablePath()].find(isExecutable);
}

/** The same, after fetching what is missing. Says by name what it could not get. */
export function provideChromium() {
  if (isDebianRoot()) {
    const missing = DEBIAN_PACKAGES.filter((name) => (name === 'chromium' ? !findChromium() : !isInstalled(name)));
    if (missing.length > 0 && !installPackages(missing))
      say(`skipped ${missing.join(', ')}: apt-get could not install`);
  }
  if (!findChromium()) run('npx', ['--yes', 'playwright-core', 'install', 'chromium']);
  const path = findChromium();
  if (!path) say('skipped Chromium: none was found and none could be fetched. Set CHROMIUM_PATH to one.');
  return path;
}

/** @returns {path is string} */
function isExecutable(/** @type {string | undefined} */ path) {
  if (!path) return false;
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function isDebianRoot() {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get');
}

function isInstalled(name) {
  const { stdout } = spawnSync('dpkg-query', ['-W', '-f=${db:Status-Status}', name], { encoding: 'utf8' });
  return stdout === 'installed';
}

function installPackages(names) {
  const options = ['-y', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=600'];
  return run('apt-get', ['update']) && run('apt-get', ['install', ...options, ...names]);
}

function run(command, args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], env }).status === 0;
}

function say(text) {
  process.stderr.write(`[browsers] ${text}\n`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const path = provideChromium();
  if (path) process.stdout.write(`${path}\n`);
  process.exitCode = path ? 0 : 1;
}
