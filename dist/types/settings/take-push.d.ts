/** The queue's own `push`, for the loader and the API that take it over. */
import type { PageQueue } from './page-queue.js';
/** Makes `push` the queue's own; a page that froze `Array.prototype` allows no plain assignment. */
export declare function takePush(queue: PageQueue, push: (...calls: unknown[][]) => unknown): void;
