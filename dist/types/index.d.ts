export * from './api.js';
export { CurtsyCallback } from './elements/callback/callback.js';
export { CurtsyExpectation } from './elements/expectation/expectation.js';
export { CurtsyLauncher } from './elements/launcher/launcher.js';
export { CurtsyPrompt } from './elements/prompt/prompt.js';
export { CurtsyRating } from './elements/rating/rating.js';
export type * from './elements/events.js';
export type * from './response/response.js';
export { CurtsyError, type ErrorCode } from './settings/error.js';
