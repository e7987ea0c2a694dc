/** English, what can be seen before a first press. The rest comes with the chunk that needs it. */
export declare const english: {
    ratingQuestion: string;
    rating0: string;
    rating1: string;
    rating2: string;
    rating3: string;
    rating4: string;
    npsQuestion: string;
    nps0: string;
    nps10: string;
    required: string;
    send: string;
    thanks: string;
    saved: string;
};
