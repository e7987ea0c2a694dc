/** Installs the API, with `more` calls besides; a second copy on the page warns and changes nothing. */
export declare function install(more?: object): void;
