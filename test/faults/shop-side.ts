// What stands in every page of the shop, in any engine: it writes down what the elements tell the page, and answers as a shopper would.

/** One line of what a page was told. */
export type Line =
  | { type: 'submitted'; id: string; score: number }
  | { type: 'saved'; id: string; revision: number; durable: string; complete: boolean }
  | { type: 'error'; text: string }
  /** A POST begins, by this page's clock. */
  | { type: 'post'; at: number };

interface Question extends HTMLElement {
  metadata: Record<string, string | number> | undefined;
  updateComplete: Promise<boolean>;
  reset: () => void;
}

declare global {
  interface Window {
    /** What was written down and not fetched yet, where the browser can't tell at once. */
    lines: Line[];
    tellLine?: (line: Line) => void;
    /** Presses a face of a `<curtsy-rating>` and then Send; resolves with what the page was told: where it is saved, or why not. */
    answer: (score: number, bytes?: number, at?: number) => Promise<string>;
    /** The same, but only chosen, and not sent. */
    choose: (score: number, bytes?: number, at?: number) => Promise<string>;
    /** The clock of this page is wrong by so many milliseconds. */
    setBy?: number;
  }
}

/** Runs in the page before everything else of it, as `(${shopSide})()`. */
export function shopSide(): void {
  const shift = Number(new URLSearchParams(location.search).get('shift') ?? 0);
  const now = Date.now.bind(Date);
  if (shift) Date.now = () => now() + shift;

  window.lines = [];
  const tell = (line: Line): void => {
    if (window.tellLine) window.tellLine(line);
    else window.lines.push(line);
  };
  addEventListener('error', ({ message }) => tell({ type: 'error', text: message }));
  addEventListener('unhandledrejection', ({ reason }) => tell({ type: 'error', text: `unhandled: ${String(reason)}` }));
  const { error } = console;
  console.error = (...words: unknown[]) => {
    tell({ type: 'error', text: words.join(' ') });
    error(...words);
  };

  const fetch = window.fetch.bind(window);
  window.fetch = (...given) => {
    tell({ type: 'post', at: Date.now() });
    return fetch(...given);
  };

  // Before anything is stored: what is given once carries one mark, wherever it arrives.
  addEventListener('curtsy-change', ({ target }) => {
    const element = target as Question;
    element.metadata = { ...element.metadata, mark: Math.random() };
  });
  const detailOf = (event: Event) => (event as CustomEvent<Record<string, never>>).detail;
  addEventListener('curtsy-submit', (event) => {
    const { id, answer } = detailOf(event)['response'] as unknown as { id: string; answer: { score: number } };
    tell({ type: 'submitted', id, score: answer.score });
  });
  addEventListener('curtsy-saved', (event) => {
    const element = event.target as HTMLElement;
    const { id = '', revision = 0, durable = '' } = detailOf(event);
    // The receipt, which only a final answer gets, is written right after the event.
    queueMicrotask(() => tell({ type: 'saved', id, revision, durable, complete: 'receipt' in element.dataset }));
  });
  const press = async (score: number, bytes: number, at: number): Promise<Question> => {
    await customElements.whenDefined('curtsy-rating');
    const element = document.querySelectorAll('curtsy-rating')[at] as unknown as Question;
    element.reset();
    element.metadata = { filler: 'x'.repeat(bytes) };
    await element.updateComplete;
    element.shadowRoot?.querySelectorAll<HTMLInputElement>('input[type=radio]')[score - 1]?.click();
    await element.updateComplete;
    return element;
  };
  const told = (element: Question, isLast: () => boolean, isRefused: (id: string) => boolean): Promise<string> =>
    new Promise((resolve) => {
      element.addEventListener('curtsy-saved', (event) => {
        const { durable = '' } = detailOf(event);
        queueMicrotask(() => isLast() && resolve(durable));
      });
      element.addEventListener('curtsy-rejected', (event) => {
        const { id = '', status, reason = '' } = detailOf(event);
        if (!status && isRefused(id)) resolve(reason);
      });
    });
  window.choose = async (score, bytes = 0, at = 0) =>
    told(
      await press(score, bytes, at),
      () => true,
      () => true,
    );
  window.answer = async (score, bytes = 0, at = 0) => {
    const element = await press(score, bytes, at);
    let sent = '';
    const note = (event: Event): void => void (sent = (detailOf(event)['response'] as unknown as { id: string }).id);
    element.addEventListener('curtsy-submit', note, { once: true });
    // What is said of the answer before, which was refused twice, as a draft and as a whole, is not said of this one.
    const outcome = told(
      element,
      () => 'receipt' in element.dataset,
      (id) => id === sent,
    );
    element.shadowRoot?.querySelector<HTMLElement>('[part~=submit]')?.click();
    return outcome;
  };
}
