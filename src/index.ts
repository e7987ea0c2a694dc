/** The package's door: registers the elements and exports the API. */
import { prepare } from './delivery/submit.js';
import { install } from './install.js';

export * from './api.js';
export { CurtsyCallback } from './elements/callback/callback.js';
export { CurtsyExpectation } from './elements/expectation/expectation.js';
export { CurtsyLauncher } from './elements/launcher/launcher.js';
export { CurtsyPrompt } from './elements/prompt/prompt.js';
export { CurtsyRating } from './elements/rating/rating.js';
export type * from './elements/events.js';
export type * from './response/response.js';
export { CurtsyError, type ErrorCode } from './settings/error.js';

// Also imported where there is no page, to render on a server.
if (typeof document !== 'undefined') {
  install();
  prepare();
}
