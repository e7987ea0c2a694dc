/** English, the expectation prompt. */
export declare const englishExpectation: {
    expectationQuestion: string;
    'expectation-2': string;
    'expectation-1': string;
    expectation0: string;
    expectation1: string;
    expectation2: string;
    fellShort: string;
    comparedQuestion: string;
    'compared-2': string;
    'compared-1': string;
    compared0: string;
    compared1: string;
    compared2: string;
    promised: string;
};
