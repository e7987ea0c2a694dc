/** The element's `lang`, its nearest ancestor's through shadow hosts, the setting, the document's, the browser's, English. */
export declare function languageOf(element: Element): string;
