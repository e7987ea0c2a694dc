/**
 * What staff should know before they call or write, so that the shopper is not asked again: two sentences, of the answer and of
 * the comment. In the element's language, since its answers, reasons and promises are in that one.
 */
import { languageOf } from '../language/language.js';
import { textLanguage } from '../language/strings.js';
import type { ExpectationAnswer, RatingAnswer } from '../response/response.js';
import { choicesOf } from './choice.js';
import type { QuestionElement } from './question-element.js';

/** How much of a comment is told, in characters; the whole stands in the response that the request follows. */
const COMMENT_LENGTH = 280;
/** How many of the reasons or promises are named, first things first. */
const NAMED = 3;

export function handoffOf(element: QuestionElement, answer: RatingAnswer | ExpectationAnswer): string {
  const { score, scale, comment } = answer;
  const { question, subject } = element as { question?: string | undefined; subject?: string };
  const low = 'verdict' in answer ? (1 - scale) / 2 : scale === 11 ? 0 : 1;
  const words = wordsOf(element, answer, subject);
  const about = 'reasons' in answer ? labels(element, answer.reasons) : subject;
  const { promise, missed } = answer as ExpectationAnswer;
  const part = (key: string, value: string | undefined) =>
    value ? element.text(`handoff${key}`, { [key.toLowerCase()]: value }) : '';
  return (
    element.text(`handoff${words ? 'Words' : 'Score'}`, { words, score, low, high: low + scale - 1 }) +
    part('Question', question) +
    part('About', about) +
    part('Promise', promise) +
    part('Missed', labels(element, missed)) +
    (part('Comment', cut(comment)) || element.text('handoffNoComment'))
  );
}

/** The words of the chosen answer. After Send it is no longer there to be read off. NPS has words at its ends only. */
function wordsOf(element: QuestionElement, answer: RatingAnswer | ExpectationAnswer, subject?: string): string {
  const { score, scale } = answer;
  if (!('verdict' in answer)) {
    const face = { 5: score - 1, 3: score, 2: score * 2 - 1 }[scale];
    return element.text(face === undefined ? `nps${score}` : `rating${face}`);
  }
  if (subject) return element.text(`compared${score}`);
  return element.text(score === -1 && scale === 3 ? 'fellShort' : `expectation${score}`);
}

function labels(element: QuestionElement, values: string[] = []): string {
  const choices = choicesOf(element);
  const named = values.slice(0, NAMED).map((given) => choices.find(({ value }) => value === given)?.label ?? given);
  return new Intl.ListFormat(textLanguage(languageOf(element))).format(named);
}

/** On one line, and whole words of it. */
function cut(comment = ''): string {
  const line = comment.replace(/\s+/g, ' ');
  const [start = ''] = new RegExp(`^(?:.{1,${COMMENT_LENGTH}}(?= |$)|.{${COMMENT_LENGTH}})`, 'u').exec(line) ?? [];
  return start === line ? line : `${start} …`;
}
