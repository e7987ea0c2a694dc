/** The script tag's chunk of the API, fetched once elements can be pressed, or at a page's first queued call. */
import { prepare } from './delivery/submit.js';
import { install } from './install.js';

install();
prepare();
