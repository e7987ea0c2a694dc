export declare const expectationStyles: import("lit").CSSResult;
