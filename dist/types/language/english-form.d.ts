/** English, what stands beside the fields of every form. */
export declare const englishForm: {
    optional: string;
    commentHint: string;
};
