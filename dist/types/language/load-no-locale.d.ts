/** Stands in for `load-locale.ts` in the one-file build, which fetches nothing: languages are added by their own file. */
export declare function loadLocale(_language: string): undefined;
