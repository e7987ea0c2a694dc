export declare const recoveryStyles: import("lit").CSSResult;
