/** Signs in a box of 48, drawn with the strokes of the faces. */
import { html, type TemplateResult } from 'lit';

/** A circle with `path` in it; without one, with an exclamation mark. */
export const sign = (path = 'M24 14v12M24 33v.01'): TemplateResult =>
  html`<svg viewBox="2 2 44 44" aria-hidden="true">
    <circle cx="24" cy="24" r="20" />
    <path d=${path} />
  </svg>`;
