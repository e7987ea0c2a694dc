export declare function textOf(element: Element, key: string, values?: Record<string, unknown>): string;
