// What a row of the fault suite asks of a browser, so that one row runs in all three engines.

/** A page of the shop. */
export interface EnginePage {
  /** Runs the text of an async function's body; what it returns comes as JSON. */
  evaluate<T>(script: string): Promise<T>;
  /** Presses a face of the first `<curtsy-rating>`, then Send, and waits for the thanks. */
  rate(score: number): Promise<void>;
  /** Presses a key as a person does. */
  press(key: 'Enter' | 'Escape'): Promise<void>;
  goto(url: string): Promise<void>;
  close(): Promise<void>;
}

/** Someone with a fresh profile; several pages of one origin share its storage. */
export interface EngineVisitor {
  open(url: string): Promise<EnginePage>;
  close(): Promise<void>;
}

export interface Engine {
  readonly name: 'Chromium' | 'Firefox' | 'WebKitGTK';
  visitor(): Promise<EngineVisitor>;
  close(): Promise<void>;
}
