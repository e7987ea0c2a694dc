/**
 * Faces, drawn in a box of 48: line faces in the text's colour, so that they carry a feeling and no brand. 1 mirrors 5 and
 * 2 mirrors 4; each differs in mouth and in eyes or brows, since readers of faces weigh them differently.
 */
import { html, type TemplateResult } from 'lit';

const EYES = 'M18 19v1.5M30 19v1.5';
const STAR = 'M24 6l5.6 11.3 12.4 1.8-9 8.8 2.1 12.4L24 34.4l-11.1 5.9L15 27.9l-9-8.8 12.4-1.8z';

/** Strokes of the faces, from very dissatisfied to very satisfied. */
const STROKES = [
  'M14 17l5-2M34 17l-5-2M18 21.5v1.5M30 21.5v1.5M17 34c2-8 12-8 14 0z',
  EYES + 'M17 33c3.5-4.5 10.5-4.5 14 0',
  EYES + 'M17 31h14',
  EYES + 'M17 29c3.5 4.5 10.5 4.5 14 0',
  'M15 20.5q3-3.5 6 0M27 20.5q3-3.5 6 0M17 28c2 8 12 8 14 0z',
];

/** The drawing of a point, counted from 0, very dissatisfied, to 4; a star is the same for all. */
export const drawing = (point: number, star: boolean): TemplateResult =>
  html`<svg part="face" class="face" viewBox="0 0 48 48" aria-hidden="true">
    <circle cx="24" cy="24" r="20" />
    <path d=${star ? STAR : STROKES[point]!} />
  </svg>`;
