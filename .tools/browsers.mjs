// Real browsers are the only judges of the built files: this finds three engines, and fetches what is missing of them.

import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const CHROMIUM_NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'msedge'];

const CHROMIUM_PLACES = [
  '/usr/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const FIREFOX_NAMES = ['firefox-esr', 'firefox'];

const FIREFOX_PLACES = [
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];

/** Where distributions keep what belongs to no PATH: each architecture and each version of the library has a folder. */
const WEBKIT_FOLDERS = ['/usr/lib', '/usr/lib64', '/usr/libexec'];

/** For pictures: without them emoji and other scripts are drawn as boxes. */
const FONTS = ['fonts-noto-core', 'fonts-noto-color-emoji', 'fonts-dejavu-core'];

/** The path of a Chromium on this machine, or undefined. `CHROMIUM_PATH` wins, Playwright's own download comes last. */
export function findChromium() {
  return [process.env.CHROMIUM_PATH, ...CHROMIUM_PLACES, ...onPath(CHROMIUM_NAMES), chromium.executablePath()].find(
    isExecutable,
  );
}

/** The path of a Firefox on this machine, or undefined. `FIREFOX_PATH` wins. */
export function findFirefox() {
  return [process.env.FIREFOX_PATH, ...onPath(FIREFOX_NAMES), ...FIREFOX_PLACES].find(isExecutable);
}

/** The paths of WebKitGTK's driver, of its small browser and of a screen for it, or undefined if one is missing. */
export function findWebkit() {
  const driver = onPath(['WebKitWebDriver']).find(isExecutable);
  const browser = WEBKIT_FOLDERS.flatMap(miniBrowsers).find(isExecutable);
  const screen = onPath(['Xvfb']).find(isExecutable);
  return driver && browser && screen ? { driver, browser, screen } : undefined;
}

/** As `findChromium`, after fetching what is missing. Says by name what it could not get. */
export function provideChromium() {
  addPackages([...(findChromium() ? [] : ['chromium']), ...FONTS]);
  if (!findChromium()) run('npx', ['--yes', 'playwright-core', 'install', 'chromium']);
  return findChromium() ?? skip('Chromium', 'none was found and none could be fetched. Set CHROMIUM_PATH to one.');
}

/** As `findFirefox`, after fetching what is missing. Says by name what it could not get. */
export function provideFirefox() {
  if (!findFirefox()) addPackages(['firefox-esr']);
  return findFirefox() ?? skip('Firefox', 'none was found. Set FIREFOX_PATH to one.');
}

/** As `findWebkit`, after fetching what is missing. Says by name what it could not get. */
export function provideWebkit() {
  if (!findWebkit()) addPackages(['webkit2gtk-driver', 'xvfb']);
  return findWebkit() ?? skip('WebKitGTK', 'it takes WebKitWebDriver, its MiniBrowser and Xvfb.');
}

function onPath(names) {
  return (process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
}

/** `<folder>/webkit2gtk-4.1/MiniBrowser`, on Debian a folder deeper, named after the architecture. */
function miniBrowsers(folder) {
  const inside = folders(folder).filter((name) => name.endsWith('-linux-gnu'));
  return [folder, ...inside.map((name) => join(folder, name))].flatMap((parent) =>
    folders(parent)
      .filter((name) => /^webkit2?gtk-/.test(name))
      .map((name) => join(parent, name, 'MiniBrowser')),
  );
}

function folders(parent) {
  return existsSync(parent) ? readdirSync(parent) : [];
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

/** Installs those of `names` that Debian's list of packages lacks, where that is possible. */
function addPackages(names) {
  if (!isDebianRoot()) return;
  const missing = names.filter((name) => !isInstalled(name));
  if (missing.length > 0 && !installPackages(missing)) skip(missing.join(', '), 'apt-get could not install');
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

/** @returns {undefined} */
function skip(what, why) {
  process.stderr.write(`[browsers] skipped ${what}: ${why}\n`);
  return undefined;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const found of [provideChromium(), provideFirefox(), provideWebkit()?.browser]) {
    if (found) process.stdout.write(`${found}\n`);
  }
  process.exitCode = findChromium() ? 0 : 1;
}
