export declare const confirmationStyles: import("lit").CSSResult;
