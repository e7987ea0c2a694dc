/**
 * Follows where the visit goes as long as a prompt stands on the page: other pages without loading, and whether somebody is there.
 * After that nothing listens any more.
 */
import { onActivity } from '../page/activity.js';
import { onNavigation } from '../page/navigation.js';
import { followSettings } from '../settings/settings.js';
import { arrive, learn, turns } from './manners.js';

/** How exactly it is known when somebody last stirred, in milliseconds. */
const STIR_EVERY = 6e4;

let stops: (() => void)[] = [];

/** Begins or ends with the first prompt and the last. */
export function follow(): void {
  if (!!stops[0] === !!turns.speakers.size) return;
  stops.splice(0).forEach((stop) => stop());
  if (!turns.speakers.size) return;
  let stirred = performance.now();
  const stir = () => {
    if (performance.now() - stirred < STIR_EVERY) return;
    stirred = performance.now();
    turns.stir();
  };
  // A shop may name its quiet pages later.
  const learnAll = () => turns.speakers.forEach((speaker) => learn(speaker as unknown as Element, () => {}));
  stops = [onActivity(stir), onNavigation(arrive), followSettings(learnAll)];
  // Another page may have been come to before anybody listened.
  arrive();
}
