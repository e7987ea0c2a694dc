/**
 * Faces, drawn in a box of 48: line faces in the text's colour, so that they carry a feeling and no brand. 1 mirrors 5 and
 * 2 mirrors 4; each differs in mouth and in eyes or brows, since readers of faces weigh them differently.
 */
import { type TemplateResult } from 'lit';
/** The drawing of a point, counted from 0, very dissatisfied, to 4; a star is the same for all. */
export declare const drawing: (point: number, star: boolean) => TemplateResult;
