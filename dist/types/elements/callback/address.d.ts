import type { CallbackAnswer } from '../../response/response.js';
import type { Settings } from '../../settings/settings.js';
/** What is to be said about an address: that there is none, or a question. */
export type Problem = 'missing' | 'doubt';
type Adapter = NonNullable<Settings['phoneAdapter']>;
/** What can be made of a number; `valid` false is a doubt. `adapter` is the shop's own library, if it gave one. */
export declare function readNumber(typed: string, country: string, adapter: unknown): ReturnType<Adapter>;
/** No mail can be sent to what has no @ between two parts; without a dot behind it, it is only unusual. */
export declare function problemOfEmail(typed: string): Problem | undefined;
/** Enough to know one's own address by, not enough to use it. */
export declare function maskAddress({ phone, phoneRaw, email, }: Pick<CallbackAnswer, 'phone' | 'phoneRaw' | 'email'>): string;
export {};
