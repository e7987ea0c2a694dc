/** Tells `note` each new value of a metric; a browser that lacks one (Safari, Firefox) leaves it out. */
export declare function watchVitals(note: (name: string, vital: {
    value: number;
    rating: string;
}) => unknown): void;
