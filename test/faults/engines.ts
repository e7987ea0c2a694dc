// Opens an engine by its name.

import type { Engine } from './engine.js';

export type EngineName = Engine['name'];

/** A driver is loaded when its engine is asked for: most rows need none of them. */
const OPENERS: Record<EngineName, () => Promise<Engine | undefined>> = {
  Chromium: async () => (await import('./engines/chromium.js')).openChromium(),
  Firefox: async () => (await import('./engines/firefox.js')).openFirefox(),
  WebKitGTK: async () => (await import('./engines/webkit.js')).openWebkit(),
};

/** The engine, or undefined where this machine has none. */
export const openEngine = (name: EngineName): Promise<Engine | undefined> => OPENERS[name]();
