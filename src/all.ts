/** The one-file build: every element, nothing fetched; languages come as further classic files. */
import './elements/callback/callback.js';
import './elements/expectation/expectation.js';
import './elements/launcher/launcher.js';
import './elements/prompt/prompt.js';
import './elements/rating/rating.js';
import { prepare } from './delivery/submit.js';
import { install } from './install.js';
import { addStrings } from './language/strings.js';
import { pageQueue } from './settings/page-queue.js';
import { addSettings, type Strings } from './settings/settings.js';

const script = document.currentScript;
if (script) (pageQueue().tags ??= []).push({ ...script.dataset });

install({
  locale(tag: string, strings: Strings) {
    addStrings(tag, strings);
    // Who follows the settings says everything anew.
    addSettings({});
  },
});
prepare();
