export declare const besideStyles: import("lit").CSSResult;
