export * from './types/elements/expectation/expectation.js';
