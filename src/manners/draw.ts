/** For `sample`: a visit draws once, and every prompt makes of that a number of its own. */
import type { Visit } from './visit.js';

/** What `name` has of the draw: as even as the draw itself, and independent of what another name has. */
export const drawOf = ({ draw }: Visit, name: string): number =>
  (Array.from(name).reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)!) % 9973, 1) * draw + draw) % 1;
