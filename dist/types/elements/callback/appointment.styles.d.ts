export declare const appointmentStyles: import("lit").CSSResult;
