/** Keeps the newest value of each metric in `into`; a browser that lacks one (Safari, Firefox) leaves it out. */
export declare function watchVitals(into: Record<string, {
    value: number;
    rating: string;
}>): void;
