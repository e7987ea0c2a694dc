/** When this tab came to pages of the shop, until somebody counts them: a visit's pages count also where no prompt stands. */

const LOOKED = 'curtsy.looked';

/** Notes this page; says whether it is the first of the tab. Throws where storage is switched off. */
export function noteArrival(): boolean {
  const noted = sessionStorage.getItem(LOOKED);
  sessionStorage.setItem(LOOKED, `${noted || ''} ${Date.now()}`);
  return !noted;
}

/** The pages that nobody has counted yet, this one last; one that was come to without loading is not noted. */
export function takeArrivals(): number[] {
  let times: number[] | undefined;
  try {
    times = sessionStorage.getItem(LOOKED)?.match(/\d+/g)?.map(Number);
    sessionStorage.setItem(LOOKED, ' ');
  } catch {
    // Storage is switched off.
  }
  return times ?? [Date.now()];
}
