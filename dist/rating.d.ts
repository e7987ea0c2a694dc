export * from './types/elements/rating/rating.js';
