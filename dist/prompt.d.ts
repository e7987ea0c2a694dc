export * from './types/elements/prompt/prompt.js';
