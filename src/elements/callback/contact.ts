/**
 * What a form that can be filled does not need yet: the world's numbers and countries, the confirmation, and what can be done
 * with it. A chunk of its own, fetched as soon as the form is there.
 */
import { englishConfirmation } from '../../language/english-confirmation.js';
import { addStrings } from '../../language/strings.js';
import { lookAt } from './address.js';
import type { CurtsyCallback } from './callback.js';
import { confirmationStyles } from './confirmation.styles.js';

export { lookAt };
export { keptMasked, wayBack } from './changing.js';
export { confirmation } from './confirmation.js';
export { countriesOf, homeOf } from './country-choice.js';

addStrings('en', englishConfirmation);

/** Takes over a form that is there, and reads the number of what was sent before. */
export function join(element: CurtsyCallback): void {
  element.shadowRoot!.adoptedStyleSheets.push(confirmationStyles.styleSheet!);
  const { said, request } = element;
  const number = request?.phoneRaw;
  const { e164 } = said && number ? lookAt(element, number) : {};
  if (e164) Object.assign(said!.answer, Object.assign(request!, { phone: e164 }));
}
