/** A number as it is dialled inside its country: which digits are its own, and which only lead to it from there. */
import type { Country } from './countries.js';
export declare const fits: (national: string, { lengths }: Country) => boolean;
/** A national number without what is dialled before it inside the country. Italy has no such thing: its 0 is part of it. */
export declare function dropTrunk(dialled: string, country: Country): string;
