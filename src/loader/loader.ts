/**
 * The script tag: a classic script that reads its own settings and fetches only the chunks that the page needs. It is
 * written for old browsers too, which it leaves alone: their pages keep the fallback content.
 */
import { noteArrival } from '../settings/arrivals.js';
import { atIdle, later } from '../settings/later.js';
import { pageQueue } from '../settings/page-queue.js';
import { takePush } from '../settings/take-push.js';
import { VERSION } from '../settings/version.js';

declare const __LOCALES__: string[];

/** What each element needs, asked for side by side: two round trips from the tag to a face. */
const ELEMENTS: Record<string, string[]> = {
  rating: ['settings', 'core'],
  expectation: ['settings', 'core', 'expectation'],
  callback: ['settings', 'core', 'callback'],
  prompt: ['settings', 'core', 'prompt'],
  launcher: ['settings', 'core', 'launcher'],
};
const DELIVERY = ['settings', 'outbox'];

interface Chunk {
  prepare?: () => void;
}

const script = (document.currentScript || document.querySelector('script[src*="/curtsy.js"]')) as HTMLScriptElement;
const queue = pageQueue();
const tags = queue.tags;
const asked: Record<string, Promise<Chunk>> = {};

/** Asks for chunks once. An address carries the version, so that an old cache never meets a new loader. */
function load(chunks: string[]): Promise<Chunk[]> {
  return Promise.all(
    chunks.map(
      (chunk) =>
        (asked[chunk] =
          asked[chunk] ||
          later(() => import(script.src.replace(/[^/]*$/, `curtsy.${chunk}.js?v=${VERSION}`)) as Promise<Chunk>)),
    ),
  );
}

function loadApi(): void {
  atIdle(() => load([...DELIVERY, 'api']));
}

/** Fetches what a tag in or below `node` needs, its language beside it, and then what can wait. */
function seek(node: Node): void {
  for (const name in ELEMENTS) {
    const tag = 'curtsy-' + name;
    if (
      node.nodeName.toLowerCase() === tag ||
      ((node as Element).querySelector && (node as Element).querySelector(tag))
    ) {
      const language = (script.dataset.locale || document.documentElement.lang).split('-')[0]!;
      if (__LOCALES__.includes(language)) void load(['locale.' + language]);
      void load(ELEMENTS[name]!).then(loadApi);
    }
  }
}

/** Looks for tags in `root`, now and whenever it changes. */
function watch(root: Document | ShadowRoot): void {
  seek(root);
  new MutationObserver((changes) => changes.forEach((change) => change.addedNodes.forEach(seek))).observe(root, {
    childList: true,
    subtree: true,
  });
}

/**
 * Whether an earlier page may have left answers: a marker says so, and once in a tab's life it is asked without one, since
 * a browser that was killed may have lost the marker.
 */
function mayHaveLeftovers(): boolean {
  try {
    return noteArrival() || !!localStorage.getItem('curtsy.waiting');
  } catch {
    return false;
  }
}

if (script && CSS.supports('selector(:state(a))')) {
  (queue.tags = tags || []).push(Object.assign({}, script.dataset));
  if (!tags) {
    queue.seek = watch;
    watch(document);
    if (queue.length) loadApi();
    if (mayHaveLeftovers()) atIdle(() => load(DELIVERY).then((chunks) => chunks[1]!.prepare!()));
    takePush(queue, (...calls) => {
      loadApi();
      return Array.prototype.push.apply(queue, calls);
    });
  } else {
    // Whoever follows the settings is told of these.
    queue.push(['configure', {}]);
  }
}
