export declare const kioskStyles: import("lit").CSSResult;
