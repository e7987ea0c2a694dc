export declare const cardRestStyles: import("lit").CSSResult;
