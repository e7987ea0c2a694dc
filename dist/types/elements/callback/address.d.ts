import type { CallbackAnswer } from '../../response/response.js';
import { type Settings } from '../../settings/settings.js';
import type { CurtsyCallback } from './callback.js';
import type { Looked } from './request.js';
type Adapter = NonNullable<Settings['phoneAdapter']>;
/** What can be made of a number; `valid` false is a doubt. `adapter` is the shop's own library, if it gave one. */
export declare function readNumber(typed: string, country: string, adapter: unknown): ReturnType<Adapter>;
/** What was typed for a number, and what is to be said about it: it may be from a country that the shop doesn't call. */
export declare function lookAt(element: CurtsyCallback, address: string): Looked;
/** Enough to know one's own address by, not enough to use it. */
export declare function maskAddress({ phone, phoneRaw, email, }: Pick<CallbackAnswer, 'phone' | 'phoneRaw' | 'email'>): string;
export {};
