/** English, what stands around a question that comes by itself. */
export declare const englishPrompt: {
    feedback: string;
    arrived: string;
    close: string;
    closeFeedback: string;
};
