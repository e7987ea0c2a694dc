/** For `sample`: a visit draws once, and every prompt makes of that a number of its own. */
import type { Visit } from './visit.js';
/** What `name` has of the draw: as even as the draw itself, and independent of what another name has. */
export declare const drawOf: ({ draw }: Visit, name: string) => number;
