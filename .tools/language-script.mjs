// A language for `curtsy.all.js` is a second classic script, and it may run before or after the first: so it is a call in
// the page's queue. This plugin writes that script around a language's module.

import { pathToFileURL } from 'node:url';

export function languageScript(tag, module) {
  const entry = `language-script:${tag}`;
  return {
    name: 'language-script',
    resolveId: (id) => (id === entry ? entry : null),
    async load(id) {
      if (id !== entry) return null;
      const { strings } = await import(pathToFileURL(module).href);
      return `(window.curtsy = window.curtsy || []).push(${JSON.stringify(['locale', tag, strings])});`;
    },
    options: (options) => ({ ...options, input: entry }),
  };
}
