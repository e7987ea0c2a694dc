// A reporter for vitest: names each test that passed only when it was tried again. A busy machine can make a browser late;
// a test that is named here again and again has a fault of its own.

export const MARK = 'passed when tried again: ';

export default class SecondAttempts {
  onTestCaseResult(test) {
    const { flaky } = test.diagnostic() ?? {};
    if (flaky) process.stdout.write(`${MARK}${test.module.relativeModuleId} > ${test.fullName}\n`);
  }
}
