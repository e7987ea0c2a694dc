/** English, what stands around a question that comes by itself. */
export declare const englishPrompt: {
    feedback: string;
    close: string;
};
