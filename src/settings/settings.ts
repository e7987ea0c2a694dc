/**
 * What the shop set, whichever way it did: `data-*` on script tags, JSON blocks, calls queued before the script,
 * `configure()`. This file only gathers and merges; `check.ts`, which arrives later, judges.
 */
import { pageQueue } from './page-queue.js';
import { warnOnce } from './warn.js';

/** Who is shopping, as far as the shop knows. Sent with responses, never stored on its own. */
export interface Customer {
  id?: string;
  name?: string;
  email?: string;
  phone?: string;
}

/** What an endpoint answered, for `acknowledge`. */
export interface Reply {
  status: number;
  url: string;
  headers: Headers;
  text: string;
}

export type Metadata = Record<string, string | number | boolean>;
export type RequestHeaders = Record<string, string>;
export type Strings = Record<string, string>;
export type Format = 'json' | 'text' | 'form' | 'cloudevents' | 'cloudevents-batch';

/** Every setting once. The README's table is made from these comments. */
export interface Settings {
  /** Where responses are POSTed. Without it they are kept, and one console warning says so. @default none */
  endpoint?: string;
  /** Which shop or property the responses belong to. @default the page's origin */
  source: string;
  /** The body's shape on the wire. @default json */
  format: Format;
  /** How many responses may share a POST, 1 to 100 (`json` and `cloudevents-batch`). @default 1 */
  batch: number;
  /** Extra request headers, or a function called at each attempt that returns them, also as a promise. @default none */
  headers?: RequestHeaders | (() => RequestHeaders | Promise<RequestHeaders>);
  /** As in `fetch`: `omit`, `same-origin` or `include`. @default omit */
  credentials: RequestCredentials;
  /** Any other body, made once, when the response is stored. @default none */
  serialize?: (response: object) => string | { body: string; contentType?: string };
  /** Any other proof of receipt. With it redirects are followed and it alone decides. @default none */
  acknowledge?: (reply: Reply) => boolean | Promise<boolean>;
  /** Language of the elements, BCP 47, where neither they nor their ancestors say. @default none */
  locale?: string;
  /** Sent with responses; prefills the callback form; never stored on its own. @default none */
  customer?: Customer;
  /** Sent with every response: order number, cart value, experiment. @default none */
  metadata?: Metadata;
  /** Attributes of the `<curtsy-callback>` that `recover` offers. @default none */
  callback?: Record<string, unknown>;
  /** `minimal`: no page context, no customer, no memory across visits. Global Privacy Control forces it unless the page sets `privacy`. @default full */
  privacy: 'full' | 'minimal';
  /** Query parameters that survive in `context.url`. @default none */
  keepParams: string[];
  /** How long an answer is kept for sending, an ISO 8601 duration. @default P7D */
  maxAge: string;
  /** How many answers may wait on one device. @default 200, with `kiosk` 1000 */
  maxPending: number;
  /** How many bytes they may take. @default 2000000 */
  maxBytes: number;
  /** Paths where no unsolicited prompt shows, as globs. @default none */
  quietPages: string[];
  /** Whether shown and dismissed are sent too. @default off */
  impressions: 'off' | 'on';
  /** Whether shown, answered and dismissed are pushed to `window.dataLayer`. @default off */
  analytics: 'off' | 'datalayer';
  /** A shop's own phone-number library. @default none */
  phoneAdapter?: (typed: string, country: string) => { e164?: string; valid: boolean; country: string };
  /** Overrides of any text, `{locale: {key: text}}`. @default none */
  strings?: Record<string, Strings>;
  /** Explains every delivery attempt in the console. @default false */
  debug: boolean;
}

/** Settings as given: any name, any value, nothing judged yet. */
export type RawSettings = Record<string, unknown>;

const configured: RawSettings[] = [];
const followers = new Set<() => void>();

/** Adds a layer above all others, and tells who follows. */
export function addSettings(settings: RawSettings): void {
  configured.push(settings);
  followers.forEach((follower) => follower());
}

/** Calls `follower` after every later change, until the returned function is called. */
export function followSettings(follower: () => void): () => void {
  followers.add(follower);
  return () => void followers.delete(follower);
}

/** All layers merged, later over earlier, for responses of `source` (none: the page's own). */
export function rawSettings(source?: string): RawSettings {
  const queue = pageQueue();
  const tags = queue.tags ?? [];
  return Object.assign(
    {},
    ...[...tags].reverse().map(parsed),
    parsed(tags.find((tag) => source && tag.source === source) ?? {}),
    ...[...document.querySelectorAll('script[data-curtsy]')].map((block) => parse('data-curtsy', block.textContent)),
    ...queue.filter((call) => call?.[0] === 'configure').map((call) => call[1]),
    ...configured,
  ) as RawSettings;
}

/** Objects and lists in `data-*` are JSON; all else stays text until `check.ts` reads it. */
function parsed(tag: RawSettings): RawSettings {
  return JSON.parse(JSON.stringify(tag), (name, value: unknown) =>
    typeof value === 'string' && /^\s*[[{]/.test(value) ? parse(name, value) : value,
  ) as RawSettings;
}

function parse(name: string, json: string | null): unknown {
  try {
    return JSON.parse(json!);
  } catch {
    warnOnce('bad-json', name, json);
    return undefined;
  }
}
