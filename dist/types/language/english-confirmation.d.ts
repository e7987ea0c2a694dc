/** English, what a shopper is told of a request that was stored, and what can be done with it. */
export declare const englishConfirmation: {
    refusedRequest: string;
    agreedCall: string;
    agreedMessage: string;
    reached_phone: string;
    reached_email: string;
    copy: string;
    copied: string;
    change: string;
    cancel: string;
    changeQuestion: string;
    askChange: string;
    asBefore: string;
    keep: string;
    cancelQuestion: string;
    cancelIt: string;
    cancelled: string;
    cancelledUnsent: string;
    cancelledCall: string;
    cancelledMessage: string;
    savedCancel: string;
    refusedCancel: string;
    askAgain: string;
};
