import 'lit';
export { C as CurtsyCallback } from './shared/callback.js';
import './shared/choice.js';
import './shared/question-element.styles.js';
import './shared/question-element.js';
