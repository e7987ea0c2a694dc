import 'lit';
import './shared/card.styles.js';
import './shared/language.js';
export { C as CurtsyPrompt } from './shared/prompt.js';
