// What a person does with an element, found as a person finds it, by role and by place, so in any language.

import { expect, userEvent, waitFor, within } from 'storybook/test';

/** Looking for what only a press brings may have to wait for its chunk; a receipt comes when sending takes long. */
const PATIENCE = { timeout: 8000 };

/** The element of the story. */
export function elementIn(canvas: HTMLElement): HTMLElement {
  return canvas.querySelector<HTMLElement>('curtsy-rating, curtsy-expectation, curtsy-callback')!;
}

/** Its inside, which a shadow root hides from queries, not from people. */
function inside(canvas: HTMLElement) {
  return within(elementIn(canvas).shadowRoot as unknown as HTMLElement);
}

/** All of a role inside the element, in reading order, after a look at it: nobody presses what has only just appeared. */
async function all(canvas: HTMLElement, role: string): Promise<HTMLElement[]> {
  await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 2000 }));
  return inside(canvas).findAllByRole(role, {}, PATIENCE);
}

/** What stands at that place may have to wait for its chunk. */
async function press(canvas: HTMLElement, role: string, at: number): Promise<void> {
  await waitFor(() => expect(inside(canvas).getAllByRole(role)[at]).toBeDefined(), PATIENCE);
  await userEvent.click((await all(canvas, role))[at]!);
}

/** A browser takes what a script presses for a keyboard's doing, and draws a focus that a pointer's would not have. */
function letGo(canvas: HTMLElement): void {
  (elementIn(canvas).shadowRoot!.activeElement as HTMLElement | null)?.blur();
}

/** Chooses the radio at that place and waits until it is said that the choice is kept. */
export async function choose(canvas: HTMLElement, at: number): Promise<void> {
  await press(canvas, 'radio', at);
  await waitFor(() => expect(inside(canvas).getAllByRole('status').at(-1)).not.toBeEmptyDOMElement(), PATIENCE);
  letGo(canvas);
}

/** Picks one that is kept nowhere before Send, as the callback form's. */
export async function pick(canvas: HTMLElement, at: number): Promise<void> {
  await press(canvas, 'radio', at);
  letGo(canvas);
}

/** Ticks the checkboxes at those places. */
export async function tick(canvas: HTMLElement, ...places: number[]): Promise<void> {
  for (const at of places) await press(canvas, 'checkbox', at);
  letGo(canvas);
}

/** Writes into the text field at that place. */
export async function write(canvas: HTMLElement, text: string, at = 0): Promise<void> {
  await userEvent.type((await all(canvas, 'textbox'))[at]!, text);
  letGo(canvas);
}

/** Presses Send, of the buttons the first in reading order; where times are to choose from, the third. */
export async function send(canvas: HTMLElement, at = 0): Promise<void> {
  await press(canvas, 'button', at);
}

/** Presses the button at that place. */
export async function pressButton(canvas: HTMLElement, at: number): Promise<void> {
  await press(canvas, 'button', at);
  letGo(canvas);
}

/** Presses Clear, the second. */
export async function clear(canvas: HTMLElement): Promise<void> {
  await press(canvas, 'button', 1);
}

/** Presses Send and waits for thanks, which take the focus so that a screen reader says them. */
export async function finish(canvas: HTMLElement, at = 0): Promise<void> {
  await send(canvas, at);
  await waitFor(() => expect(elementIn(canvas).shadowRoot!.activeElement).toHaveAttribute('part', 'thanks'), PATIENCE);
  letGo(canvas);
}

/** After thanks, presses the first button of the offer of help, and waits for the form in its place. */
export async function acceptHelp(canvas: HTMLElement): Promise<void> {
  await press(canvas, 'button', 0);
  await waitFor(
    () => expect(canvas.querySelector('curtsy-callback')?.shadowRoot?.activeElement).toBeInstanceOf(HTMLInputElement),
    PATIENCE,
  );
}

/** Presses the last one, which declines it. */
export async function declineHelp(canvas: HTMLElement): Promise<void> {
  const buttons = await all(canvas, 'button');
  await userEvent.click(buttons.at(-1)!);
  await waitFor(() => expect(inside(canvas).queryByRole('button')).toBeNull(), PATIENCE);
  letGo(canvas);
}

/** Waits until the element has said what became of the answer, and it is `receipt`. */
export async function awaitReceipt(canvas: HTMLElement, receipt: 'saved' | 'sent' | 'refused'): Promise<void> {
  await waitFor(() => expect(elementIn(canvas)).toHaveAttribute('data-receipt', receipt), PATIENCE);
}

/** The same, and until the line that says so in words is there: good news at once needs none. */
export async function awaitReceiptInWords(canvas: HTMLElement, receipt: 'saved' | 'sent' | 'refused'): Promise<void> {
  await waitFor(() => expect(inside(canvas).getByRole('status')).not.toBeEmptyDOMElement(), PATIENCE);
  await awaitReceipt(canvas, receipt);
}

/** Waits until an element with `kiosk` asks the next person and says how many answers wait. */
export async function awaitNext(canvas: HTMLElement): Promise<void> {
  const line = () => elementIn(canvas).shadowRoot!.querySelector('[part=waiting]');
  await waitFor(() => expect(elementIn(canvas)).toHaveAttribute('data-stage', 'asking'), PATIENCE);
  await waitFor(() => expect(line()).toBeInTheDocument(), PATIENCE);
}
