/** English, what is said to who can't see a card: that a question has come, and what is closed. */
export declare const englishArrival: {
    closeFeedback: string;
    arrived: string;
};
