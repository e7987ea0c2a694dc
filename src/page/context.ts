/** What of the page goes with a response: cut to what a shop needs, and to almost nothing under `minimal`. */
import type { Used } from '../settings/check.js';
import { later } from '../settings/later.js';
import type { PageFacts } from './facts.js';

/** Core Web Vitals so far (https://web.dev/articles/vitals): milliseconds for LCP and INP, a score for CLS. */
export type Vitals = Record<string, { value: number; rating: string }>;

const vitals: Vitals = {};
let measuring: Promise<unknown> | undefined;

/** Begins to measure this page's Core Web Vitals, once, with a chunk of its own. */
export function measureVitals(): void {
  measuring ??= later(() => import('./vitals.js')).then((chunk) =>
    chunk.watchVitals((name, vital) => (vitals[name] = vital)),
  );
}

/** `context` of the wire. Query parameters and fragments are cut but for `keepParams`, another site's referrer to its origin. */
export function contextOf(facts: PageFacts, instrument: string, settings: Used): object {
  if (settings.privacy === 'minimal') return { instrument };
  return {
    url: cut(facts.url, settings.keepParams),
    referrer: cut(facts.referrer, settings.keepParams),
    title: facts.title,
    viewport: facts.viewport,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    instrument,
    vitals: { ...vitals },
  };
}

function cut(address: string, keep: string[]): string | undefined {
  if (!URL.canParse(address)) return;
  const url = new URL(address);
  // An app's referrer (android-app://…) has no origin to name but itself.
  if (url.origin !== location.origin) return url.origin === 'null' ? undefined : url.origin;
  for (const name of [...url.searchParams.keys()]) if (!keep.includes(name)) url.searchParams.delete(name);
  url.hash = url.username = url.password = '';
  return url.href;
}
