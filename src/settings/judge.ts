/** Judges the settings that `check.ts` leaves out, and finds names that are none. */
import { checked, usedNames, type Rule } from './check.js';
import { pageQueue } from './page-queue.js';
import { rawSettings, type Settings } from './settings.js';
import { warnOnce } from './warn.js';

const rules: Partial<Record<keyof Settings, Rule>> = {
  locale: 'language',
  callback: 'object',
  quietPages: 'list',
  impressions: 'off|on',
  analytics: 'off|datalayer',
  phoneAdapter: 'function',
  strings: 'object',
};

/** Warns of what is wrong with the page's settings, once each. */
export function judgeSettings(): void {
  for (const [name, given] of Object.entries(rawSettings())) {
    const rule = rules[name as keyof Settings];
    if (rule && given !== undefined) checked(name, rule, given);
    else if (!rule && !usedNames.includes(name))
      warnOnce('unknown-setting', name, [...usedNames, ...Object.keys(rules)].sort());
  }
  const tags = pageQueue().tags ?? [];
  if (new Set(tags.map((tag) => tag.source)).size < tags.length) warnOnce('second-copy', 'Curtsy');
}
