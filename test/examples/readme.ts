// Settings are taken from the receiver's README, as a shop would copy them: what stands there is what is tried.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const ENDPOINTS = join(import.meta.dirname, '../../examples/endpoints');

/** What the README tells a shop to set, besides where the endpoint is. */
export interface ReadmeTag {
  /** Path of the endpoint. */
  path: string;
  format: string;
  source: string;
}

export function readmeOf(name: string): string {
  return readFileSync(join(ENDPOINTS, name, 'README.md'), 'utf8');
}

export function readmeTag(name: string): ReadmeTag {
  const tag = /<script[^>]*src="\/assets\/curtsy\.js"[^>]*>/.exec(readmeOf(name))?.[0] ?? '';
  const value = (attribute: string): string | undefined => new RegExp(`\\b${attribute}="([^"]*)"`).exec(tag)?.[1];
  const endpoint = value('data-endpoint');
  const source = value('data-source');
  if (!endpoint || !source) throw new Error(`The README of ${name} has no script tag with an endpoint and a source.`);
  return { path: new URL(endpoint, 'https://shop.example').pathname, format: value('data-format') ?? 'json', source };
}
