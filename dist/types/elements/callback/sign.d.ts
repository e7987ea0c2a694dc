/** Signs in a box of 48, drawn with the strokes of the faces. */
import { type TemplateResult } from 'lit';
/** A circle with `path` in it; without one, with an exclamation mark. */
export declare const sign: (path?: string) => TemplateResult;
