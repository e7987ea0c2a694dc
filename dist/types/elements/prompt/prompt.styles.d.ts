export declare const promptStyles: import("lit").CSSResult;
