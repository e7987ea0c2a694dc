/** Runs the collector by itself. PORT and CURTSY_DATA change where it listens and where it writes. */

import { join } from 'node:path';
import { createCollector } from './collector.js';
import { serve } from './serve.js';

const dataDir = process.env.CURTSY_DATA ?? join(import.meta.dirname, '.data');
await serve(() => createCollector({ dataDir }), Number(process.env.PORT ?? 4174));
