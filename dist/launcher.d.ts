export * from './types/elements/launcher/launcher.js';
