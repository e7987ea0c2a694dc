/** English, an element on a tablet in a shop: a press that came too soon, and what its maintainer sees, by the language's plurals. */
export declare const englishKiosk: {
    moment: string;
    waiting_one: string;
    waiting_other: string;
};
