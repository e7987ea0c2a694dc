/** Takes to the questions of `now` what was said to those of `before`, which has left the page. */
export declare function carryOver(before: Element, now: Element): void;
