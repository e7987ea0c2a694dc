/** A prompt that was made anew while it was open goes on with what was chosen and written in the one before. */
import type { QuestionElement } from '../question-element.js';
import { QUESTIONS } from './name.js';

/** A question whose choice is a score; a form that is typed into begins anew. */
interface Scored extends QuestionElement {
  score?: number | undefined;
}

const commentOf = (question: Scored) => question.renderRoot.querySelector<HTMLTextAreaElement>('#comment');

/** Takes to the questions of `now` what was said to those of `before`, which has left the page. */
export function carryOver(before: Element, now: Element): void {
  const questions = now.querySelectorAll<Scored>(QUESTIONS);
  before.querySelectorAll<Scored>(QUESTIONS).forEach((from, at) => {
    const to = questions[at];
    // Whoever has been answered anew by then is not overwritten.
    if (from.said && to?.localName === from.localName && to.said === undefined) void take(from, to);
  });
}

async function take(from: Scored, to: Scored): Promise<void> {
  const { score, said, stage, note } = from;
  Object.assign(to, { score, said, stage, note });
  from.picked.forEach((value) => to.picked.add(value));
  await to.updateComplete;
  const comment = commentOf(to);
  if (comment) comment.value = commentOf(from)?.value ?? '';
}
