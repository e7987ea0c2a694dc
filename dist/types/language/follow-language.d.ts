import type { ReactiveControllerHost } from 'lit';
/** Calls `changed` whenever the language of `element` may have changed, for as long as it stands in a page. */
export declare function followLanguage(element: Element & ReactiveControllerHost, changed: () => void): void;
