export declare const ratingStyles: import("lit").CSSResult;
