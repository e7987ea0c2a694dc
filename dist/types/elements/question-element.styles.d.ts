export declare const questionStyles: import("lit").CSSResult;
