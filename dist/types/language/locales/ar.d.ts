/**
 * Arabic, the modern standard, in the courteous plural, which speaks to women and men alike. Not reviewed by a native speaker
 * (reviewed: false).
 *
 * Scales answer in nouns and in the first person, since an adjective would have a gender. The middle of the rating is "neither
 * this nor that", the counterpart of "Neither"; "neutral" would be an adjective, and reads like no opinion. Both ends are
 * as strong as each other.
 */
import type { Strings } from '../../settings/settings.js';
export declare const strings: Strings;
