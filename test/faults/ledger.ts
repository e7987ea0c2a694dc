// What the shop's pages were told of each answer, added up over all pages and visitors of a row.

import type { Line } from './shop-side.js';

/** What a row's own script says when it throws. */
export const OWN_MISTAKE = 'a mistake of the shop itself';

/** An answer that some page called saved. */
export interface Said {
  id: string;
  /** The newest revision that was called saved. */
  revision: number;
  durable: string;
  /** Whether it was the whole answer, and not a draft. */
  complete: boolean;
  /** As it was at Send. */
  score: number | undefined;
}

export class Ledger {
  /** Errors that reached the shop's page. */
  readonly errors: string[] = [];
  /** When POSTs began, by the clocks of their pages. */
  readonly posts: number[] = [];
  readonly #said = new Map<string, Said>();
  readonly #scores = new Map<string, number>();

  write(line: Line): void {
    if (line.type === 'error') this.#fail(line.text);
    else if (line.type === 'post') this.posts.push(line.at);
    else if (line.type === 'submitted') this.#scores.set(line.id, line.score);
    else if (line.type === 'saved') this.#save(line);
  }

  /** Every answer that was called saved. */
  saved(): Said[] {
    return [...this.#said.values()].map((said) => ({ ...said, score: this.#scores.get(said.id) }));
  }

  /** What the shop's own script did wrong is no fault of the elements. */
  #fail(text: string): void {
    if (!text.includes(OWN_MISTAKE)) this.errors.push(text);
  }

  #save({ id, revision, durable, complete }: Line & { type: 'saved' }): void {
    const before = this.#said.get(id);
    if (before && before.revision > revision) return;
    this.#said.set(id, { id, revision, durable, complete: complete || !!before?.complete, score: undefined });
  }
}
