// Every test begins on a page of its own: no module loaded, nothing set, nothing stored, nobody listening.

import { vi } from 'vitest';

const targets: EventTarget[] = [window, document];

/** For `beforeEach`: opens the page, and returns what closes it. */
export function freshPage(): () => Promise<void> {
  vi.resetModules();
  localStorage.clear();
  document.body.replaceChildren();
  Reflect.deleteProperty(window, 'curtsy');
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  const listening = targets.map((target) => vi.spyOn(target, 'addEventListener'));

  return async () => {
    vi.useRealTimers();
    // A sentence under way would be said on the next test's page.
    await vi.dynamicImportSettled();
    listening.forEach((added, at) => {
      for (const [type, listener] of added.mock.calls) targets[at]!.removeEventListener(type, listener);
    });
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  };
}

/** What a page queues before the script is there. */
export function queueCalls(...calls: unknown[][]): void {
  Object.assign(window, { curtsy: calls });
}

/** Script tags that the loader has read, by their `data-*`. */
export function readTags(...tags: Record<string, unknown>[]): void {
  const queue: unknown[] = [];
  Object.assign(window, { curtsy: Object.assign(queue, { tags }) });
}

/** The codes of this page's warnings, each with its first detail. */
export function warned(): string[] {
  return Object.keys((window as unknown as { curtsy?: { warned?: object } }).curtsy?.warned ?? {});
}

/** The sentences of this page's warnings, once those under way have been said. */
export async function sentences(): Promise<string[]> {
  await vi.dynamicImportSettled();
  return vi.mocked(console.warn).mock.calls.map((said) => said.join(' '));
}

/** Storage as a browser has it whose user switched it off: a look at it throws. Returns what switches it on again. */
export function switchStorageOff(): () => void {
  const storage = Object.getOwnPropertyDescriptor(window, 'localStorage')!;
  Object.defineProperty(window, 'localStorage', {
    configurable: true,
    get() {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    },
  });
  return () => void Object.defineProperty(window, 'localStorage', storage);
}

/** Hides the page, or shows it, as a change of tabs does. */
export function setHidden(hidden: boolean): void {
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(hidden);
  document.dispatchEvent(new Event('visibilitychange'));
}
