// Sets the scene of a test in another engine: a shop, an endpoint, and a visitor of that engine.

import { onTestFinished } from 'vitest';
import { findFirefox, findWebkit } from '../../.tools/browsers.mjs';
import type { Engine, EngineVisitor } from '../faults/engine.js';
import { openFirefox } from '../faults/engines/firefox.js';
import { openWebkit } from '../faults/engines/webkit.js';
import { openEndpoint, type Endpoint } from './endpoint.js';
import { openShop, withCurtsy, type Shop } from './shop.js';

export const ENGINES = [
  { name: 'Firefox', isHere: findFirefox() !== undefined, start: openFirefox },
  { name: 'WebKitGTK', isHere: findWebkit() !== undefined, start: openWebkit },
];

/** Runs before all else of a page: keeps what a shop's developer would be told. */
export const LISTEN = `<script>
  window.saved = [];
  window.faults = [];
  addEventListener('curtsy-saved', ({ detail }) => saved.push(detail.durable));
  addEventListener('error', ({ message }) => faults.push(message));
  addEventListener('unhandledrejection', ({ reason }) => faults.push(String(reason)));
</script>`;

export interface Scene {
  shop: Shop;
  endpoint: Endpoint;
  visitor: EngineVisitor;
  /** The address of a page with the script tag, and a rating where it says nothing else. */
  address: (path: string, body?: string, more?: { head?: string; headers?: Record<string, string> }) => string;
}

/** Open until the test has finished. */
export async function sceneIn(engine: Engine): Promise<Scene> {
  const [shop, endpoint, visitor] = await Promise.all([openShop(), openEndpoint(), engine.visitor()]);
  onTestFinished(async () => {
    await visitor.close();
    await Promise.all([shop.stop(), endpoint.stop()]);
  });
  const tag = `data-endpoint="${endpoint.url}" data-source="webshop"`;
  return {
    shop,
    endpoint,
    visitor,
    address: (path, body = '<curtsy-rating></curtsy-rating>', { head = LISTEN, headers } = {}) =>
      shop.page(path, withCurtsy(body, { tag, head }), headers),
  };
}
