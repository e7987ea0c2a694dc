/** A number as it is dialled inside its country: which digits are its own, and which only lead to it from there. */
import type { Country } from './countries.js';

/** What is dialled in some countries and is no trunk prefix, and what stands for it in E.164. */
const HABITS: Readonly<Record<string, readonly [dialled: RegExp, meant: string]>> = {
  // A mobile number has 15 behind its area code, and 9 before it for callers from abroad.
  AR: [/^0?(?=\d{12}$)(11|[23]\d{2,3}?)15/, '9$1'],
  // Between 0 and area code goes the company that carries the call.
  BR: [/^0[1-9]\d(?=\d{10,11}$)/, ''],
  // The trunk prefix was 8 for so long that it is still written.
  LT: [/^8(?=\d{8}$)/, ''],
};

export const fits = (national: string, { lengths }: Country): boolean => lengths.includes(national.length);

/** A national number without what is dialled before it inside the country. Italy has no such thing: its 0 is part of it. */
export function dropTrunk(dialled: string, country: Country): string {
  const { region, trunk } = country;
  const habit = HABITS[region];
  const digits = habit ? dialled.replace(...habit) : dialled;
  // An 8 may begin an area code as well (812 is St Petersburg), so it goes by length, below.
  if (trunk && trunk !== '8' && digits.startsWith(trunk)) return digits.slice(trunk.length);
  if (fits(digits, country)) return digits;
  // Also a 0 that the country doesn't have, but its caller is used to: +1 (0) 415 …
  const extra = [trunk, `${trunk}0`, '0'].find(
    (prefix) => digits.startsWith(prefix) && fits(digits.slice(prefix.length), country),
  );
  return digits.slice(extra?.length ?? 0);
}
