/** English, the offer of help after an answer, and what staff are told of that answer. */
export declare const englishRecovery: {
    recoverQuestion: string;
    recoverCall: string;
    recoverMessage: string;
    recoverEither: string;
    recoverDecline: string;
    recoverQuiet: string;
    handoffWords: string;
    handoffScore: string;
    handoffQuestion: string;
    handoffAbout: string;
    handoffPromise: string;
    handoffMissed: string;
    handoffComment: string;
    handoffNoComment: string;
};
