/** Follows the settings that have the page watched: `debug`, `analytics`, `impressions`. Each is a chunk or a part of the API's. */
import { sendImpressions } from './delivery/impressions.js';
import { debugPrompts } from './manners/explain.js';
import { pushEvents } from './page/analytics.js';
import { settingsFor } from './settings/check.js';
import { rawSettings } from './settings/settings.js';

const ends: Record<string, (() => void) | undefined> = {};

/** Begins what the settings ask for, and ends what they don't any more. */
export function observe(): void {
  const { analytics, impressions } = rawSettings();
  const keep = (name: string, on: boolean, begin: () => () => void) => {
    if (!on) ends[name]?.();
    ends[name] = on ? (ends[name] ?? begin()) : undefined;
  };
  keep('analytics', analytics === 'datalayer', pushEvents);
  keep('impressions', impressions === 'on', sendImpressions);
  if (settingsFor().debug) debugPrompts();
}
