/** The one error of the project: a developer's mistake in a call from code, or storage that can't be used. */
export type ErrorCode =
  | 'storage-failed'
  | 'outbox-full'
  | 'response-too-large'
  /** Another page has stored it: nobody but the outbox itself sees this one. */
  | 'taken-over';

export class CurtsyError extends Error {
  declare readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, cause?: unknown) {
    super(`[curtsy] ${message} (${code})`, { cause });
    this.name = 'CurtsyError';
    this.code = code;
  }
}
