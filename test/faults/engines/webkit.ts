// WebKitGTK, over classic WebDriver. Its driver serves one session, so every visitor has a driver and a browser of their own, all
// on one unseen screen. Automation uses a profile in memory: nothing has to be tidied away.

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { Builder, By, Capabilities, Key, type WebDriver } from 'selenium-webdriver';
import { provideWebkit } from '../../../.tools/browsers.mjs';
import { listen } from '../../support/server.js';
import { until } from '../../support/until.js';
import type { Engine, EnginePage, EngineVisitor } from '../engine.js';

type Paths = NonNullable<ReturnType<typeof provideWebkit>>;

/** Seconds after which a process ends that nobody ended: a test run that was killed can't. */
const LIFETIME = '1800';

/** Undefined where WebKitGTK is not complete, which `provideWebkit` has said by then. */
export async function openWebkit(): Promise<Engine | undefined> {
  const paths = provideWebkit();
  if (!paths) return undefined;
  const screen = start(paths.screen, ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp']);
  const ended = once(screen, 'exit').then(() => {
    throw new Error('Xvfb did not start.');
  });
  const [number] = (await Promise.race([once(screen.stdio[3] as Readable, 'data'), ended])) as [Buffer];
  // It ends later, on purpose.
  ended.catch(() => {});
  const display = `:${number.toString().trim()}`;
  return { name: 'WebKitGTK', visitor: () => invite(paths, display), close: () => end(screen) };
}

async function invite({ driver, browser }: Paths, display: string): Promise<EngineVisitor> {
  const port = await freePort();
  const service = start(driver, [`--port=${port}`], { DISPLAY: display });
  const capabilities = new Capabilities({
    browserName: 'MiniBrowser',
    'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] },
  });
  const session = await until(
    () => new Builder().usingServer(`http://127.0.0.1:${port}`).withCapabilities(capabilities).build(),
    { within: 30_000, what: 'a session of WebKitWebDriver' },
  );
  return new WebkitVisitor(session, service, await session.getWindowHandle());
}

/** One session has one window in focus at a time, so what its pages ask for is done one after the other. */
class WebkitVisitor implements EngineVisitor {
  readonly #session: WebDriver;
  readonly #service: ChildProcess;
  /** The empty window that a session begins with stays open, since a session ends with its last window. */
  readonly #first: string;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(session: WebDriver, service: ChildProcess, first: string) {
    this.#session = session;
    this.#service = service;
    this.#first = first;
  }

  async open(url: string): Promise<EnginePage> {
    const session = this.#session;
    // Not a tab: a page would be hidden by the next.
    const handle = await this.#inTurn(async () => {
      await session.switchTo().window(this.#first);
      await session.switchTo().newWindow('window');
      return session.getWindowHandle();
    });
    const inWindow = <T>(step: () => Promise<T>): Promise<T> =>
      this.#inTurn(async () => {
        await session.switchTo().window(handle);
        return step();
      });
    const goto = (address: string): Promise<void> => inWindow(() => session.get(address));
    await goto(url);
    return {
      evaluate: (script) => inWindow(() => evaluate(session, script)),
      rate: (score) => inWindow(() => rate(session, score)),
      press: (key) =>
        inWindow(() =>
          session
            .actions()
            .sendKeys(Key[key === 'Enter' ? 'ENTER' : 'ESCAPE'])
            .perform(),
        ),
      goto,
      close: () => inWindow(() => session.close()),
    };
  }

  async close(): Promise<void> {
    // Not by asking the session, which may be waiting for a page that hangs.
    await end(this.#service);
  }

  #inTurn<T>(step: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(step);
    this.#turn = turn.catch(() => {});
    return turn;
  }
}

async function evaluate<T>(session: WebDriver, script: string): Promise<T> {
  const { json, error } = await session.executeAsyncScript<{ json?: string; error?: string }>(`
    const [done] = arguments;
    (async () => { ${script} })().then(
      (result) => done({ json: JSON.stringify(result) }),
      (error) => done({ error: String(error) }),
    );
  `);
  if (error) throw new Error(error);
  return (json === undefined ? undefined : JSON.parse(json)) as T;
}

async function rate(session: WebDriver, score: number): Promise<void> {
  const inside = async (selector: string): Promise<void> => {
    await until(async () => {
      const root = await session.findElement(By.css('curtsy-rating')).getShadowRoot();
      const found = await root.findElement(By.css(selector));
      await found.click();
      return true;
    });
  };
  await inside(`label:nth-of-type(${score}) input`);
  await inside('.submit');
  await until(() =>
    session.findElements(By.css('curtsy-rating[data-stage=thanked]')).then((found) => found.length > 0),
  );
}

function start(command: string, args: string[], env: NodeJS.ProcessEnv = {}): ChildProcess {
  return spawn('timeout', ['-k', '5', LIFETIME, command, ...args], {
    env: { ...process.env, ...env },
    // The fourth is where Xvfb says which screen it took.
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
}

/** `timeout` hands the signal on to all that it started. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill();
  await ended;
}

async function freePort(): Promise<string> {
  const { origin, stop } = await listen(() => {});
  await stop();
  return new URL(origin).port;
}
