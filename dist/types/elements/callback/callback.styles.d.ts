export declare const callbackStyles: import("lit").CSSResult;
