/** Makes `window.curtsy` the API: runs the calls that the page queued, and says that it is ready. */
import * as api from './api.js';
import { observe } from './observe.js';
import { judgeSettings } from './settings/judge.js';
import { pageQueue } from './settings/page-queue.js';
import { takePush } from './settings/take-push.js';
import { VERSION } from './settings/version.js';
import { warnOnce } from './settings/warn.js';

/** Installs the API, with `more` calls besides; a second copy on the page warns and changes nothing. */
export function install(more: object = {}): void {
  const page = pageQueue();
  if (page.version) return warnOnce('second-copy', 'Curtsy');
  const calls = { ...api, ...more } as unknown as Record<string, (...given: unknown[]) => unknown>;
  const run = (call: unknown) => {
    const [name, ...given] = Array.isArray(call) ? (call as unknown[]) : [call];
    const called = calls[name as string];
    try {
      if (typeof called === 'function') called(...given);
      else warnOnce('unknown-call', name);
    } catch (error) {
      warnOnce('shop-function', name, String(error));
    }
  };
  const queued = page.splice(0);
  takePush(page, (...later) => later.forEach(run));
  Object.assign(page, api, { version: VERSION });
  queued.forEach(run);
  judgeSettings();
  observe();
  document.dispatchEvent(new Event('curtsy-ready'));
}
