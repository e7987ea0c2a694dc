export declare function define(tag: string, element: CustomElementConstructor): void;
