/** When this tab came to pages of the shop, until somebody counts them: a visit's pages count also where no prompt stands. */

const LOOKED = 'curtsy.looked';

/** Notes this page; says whether it is the first of the tab. Throws where storage is switched off. */
export function noteArrival(): boolean {
  const noted = sessionStorage.getItem(LOOKED);
  sessionStorage.setItem(LOOKED, `${noted || ''} ${Date.now()}`);
  return !noted;
}

/** The pages that nobody has counted yet, this one last. */
export function takeArrivals(): number[] {
  try {
    const times = sessionStorage.getItem(LOOKED)!.split(' ').filter(Boolean).map(Number);
    sessionStorage.setItem(LOOKED, ' ');
    if (times[0]) return times;
  } catch {
    // Nobody noted any, or storage is switched off.
  }
  return [Date.now()];
}
