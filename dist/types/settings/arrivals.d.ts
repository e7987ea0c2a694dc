/** When this tab came to pages of the shop, until somebody counts them: a visit's pages count also where no prompt stands. */
/** Notes this page; says whether it is the first of the tab. Throws where storage is switched off. */
export declare function noteArrival(): boolean;
/** The pages that nobody has counted yet, this one last; one that was come to without loading is not noted. */
export declare function takeArrivals(): number[];
