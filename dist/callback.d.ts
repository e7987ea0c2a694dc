export * from './types/elements/callback/callback.js';
