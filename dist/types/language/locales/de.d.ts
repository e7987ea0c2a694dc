/**
 * German, as a courteous shop speaks it: Sie, whole words, no exclamation. Not reviewed by a native speaker (reviewed: false).
 *
 * The middle of the scale is "Weder noch", the counterpart of "Neither", so that answers in both languages can be compared.
 * "Teils, teils" is as common and says something else: that one part pleased and another did not.
 */
import type { Strings } from '../../settings/settings.js';
export declare const strings: Strings;
