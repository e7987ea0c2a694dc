import 'lit';
import './shared/card.styles.js';
import './shared/question-element.styles.js';
export { C as CurtsyPrompt } from './shared/prompt.js';
