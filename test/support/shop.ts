// A shop for the tests: serves dist/ under /curtsy/ and pages given as HTML, with the headers and the faults of real shops.

import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { listen } from './server.js';

const DIST = join(import.meta.dirname, '../../dist');

const TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
};

/** What is wrong with one file of dist/. */
export interface FileFault {
  /** Milliseconds before it is answered. */
  delay?: number;
  /** How many times the connection is cut before the file is served. */
  failures?: number;
  /** Answered instead of the file. */
  status?: number;
}

export interface ShopRequest {
  /** Path and query. */
  url: string;
  /** When it came and when its answer was complete, in milliseconds of `performance.now()`. */
  arrived: number;
  answered?: number;
}

export interface Shop {
  origin: string;
  /** Every request so far, oldest first. */
  requests: ShopRequest[];
  /** Serves `html` at `path` and returns its URL. */
  page: (path: string, html: string, headers?: Record<string, string>) => string;
  /** Breaks a file of dist/ until it is mended; `'*'` stands for all of them. */
  fault: (file: string, fault: FileFault) => void;
  mend: (file: string) => void;
  stop: () => Promise<void>;
}

interface ServedPage {
  html: string;
  headers: Record<string, string>;
}

export async function openShop(): Promise<Shop> {
  const pages = new Map<string, ServedPage>();
  const faults = new Map<string, FileFault>();
  const requests: ShopRequest[] = [];

  const server = await listen((request, response) => {
    const entry: ShopRequest = { url: request.url ?? '/', arrived: performance.now() };
    requests.push(entry);
    response.once('close', () => {
      entry.answered = performance.now();
    });
    void serve(request, response, pages, faults);
  });

  return {
    origin: server.origin,
    requests,
    page(path, html, headers = {}) {
      pages.set(path, { html, headers });
      return server.origin + path;
    },
    fault(file, fault) {
      faults.set(file, { ...fault });
    },
    mend(file) {
      faults.delete(file);
    },
    stop: server.stop,
  };
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  pages: Map<string, ServedPage>,
  faults: Map<string, FileFault>,
): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://shop');
  const page = pages.get(pathname);
  if (page) {
    response.writeHead(200, { 'content-type': TYPES['.html'], ...page.headers }).end(page.html);
    return;
  }
  const file = /^\/curtsy\/([\w.-]+)$/.exec(pathname)?.[1];
  if (!file) {
    response.writeHead(404).end();
    return;
  }
  const fault = faults.get(file) ?? faults.get('*') ?? {};
  if (fault.delay) await pause(fault.delay);
  if (fault.failures) {
    fault.failures -= 1;
    response.destroy();
    return;
  }
  if (fault.status) {
    response.writeHead(fault.status).end();
    return;
  }
  await sendFile(join(DIST, file), response);
}

async function sendFile(path: string, response: ServerResponse): Promise<void> {
  try {
    const bytes = await readFile(path);
    // Other origins may load the files too, as from a CDN, and with an `integrity` attribute.
    const headers = { 'content-type': TYPES[extname(path)], 'access-control-allow-origin': '*' };
    response.writeHead(200, { ...headers, 'cache-control': 'no-cache' }).end(bytes);
  } catch {
    response.writeHead(404).end();
  }
}

/** Names of the script files that were asked for, in their order, without `curtsy.` and `.js`: the loader's is empty. */
export function fetched({ requests }: Shop): string[] {
  const script = /^\/curtsy\/curtsy(?:\.([\w.-]+))?\.js(?:\?|$)/;
  return requests.map(({ url }) => script.exec(url)).flatMap((found) => (found ? [found[1] ?? ''] : []));
}

/** What a test says about a page with the script tag on it. */
export interface PageWithCurtsy {
  /** Attributes of the script tag, such as `data-endpoint="…"`. */
  tag?: string;
  /** Inside `<head>`, before the script tag. */
  head?: string;
  /** Attributes of `<html>`. */
  html?: string;
  /** Which file the script tag names. */
  file?: string;
}

/** The page of a shop that has followed the README: the stylesheet, the script tag, and `body`. */
export function withCurtsy(
  body: string,
  { tag = '', head = '', html = 'lang="en"', file = 'curtsy.js' }: PageWithCurtsy = {},
): string {
  return `<!doctype html>
<html ${html}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Bloom &amp; Field</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/curtsy/curtsy.css">
${head}
<script async src="/curtsy/${file}" ${tag}></script>
</head>
<body>
<main>
<h1>Bloom &amp; Field</h1>
${body}
</main>
</body>
</html>`;
}
