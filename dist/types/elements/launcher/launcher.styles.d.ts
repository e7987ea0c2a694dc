export declare const launcherStyles: import("lit").CSSResult;
