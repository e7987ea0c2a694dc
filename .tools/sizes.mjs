// `npm run sizes`: what the built files weigh, without building them again.

import { reportSizes } from './measure.mjs';

if (!reportSizes('dist')) process.exitCode = 1;
