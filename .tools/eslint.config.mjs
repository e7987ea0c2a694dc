// What the compiler can't see: promises that nobody waits for, templates that Lit can't bind, markup that shuts people out.

import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import ts from 'typescript-eslint';

const readonly = (names) => Object.fromEntries(names.split(' ').map((name) => [name, 'readonly']));

const EVERYWHERE = readonly(
  'AbortController AbortSignal Blob Event EventTarget FormData Headers Request Response TextDecoder TextEncoder URL ' +
    'URLSearchParams clearInterval clearTimeout console crypto fetch performance queueMicrotask setInterval setTimeout ' +
    'structuredClone',
);
const NODE = readonly('Buffer process');
const BROWSER = readonly(
  'CustomEvent HTMLElement customElements document history localStorage location navigator sessionStorage window ' +
    'addEventListener indexedDB matchMedia requestAnimationFrame IDBKeyRange MessageChannel',
);

export default defineConfig(
  { ignores: ['dist/', 'build/', 'coverage/', 'storybook-static/', '**/.data/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      'object-shorthand': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: { globals: { ...EVERYWHERE, ...NODE } },
  },
  {
    files: ['examples/storefront/**/*.js'],
    languageOptions: { globals: { ...EVERYWHERE, ...BROWSER } },
  },
  {
    // What runs in a page is written among what drives it.
    files: ['test/bench/**/*.mjs'],
    languageOptions: { globals: { ...EVERYWHERE, ...NODE, ...BROWSER } },
  },
  {
    files: ['**/*.ts'],
    extends: [
      ts.configs.strictTypeChecked,
      lit.configs['flat/recommended'],
      wc.configs['flat/best-practice'],
      { plugins: { 'lit-a11y': litA11y }, rules: litA11y.configs.recommended.rules },
    ],
    languageOptions: { parserOptions: { projectService: true } },
    settings: { wc: { elementBaseClasses: ['LitElement', 'QuestionElement'] } },
    rules: {
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      // Arrows may end in what they do, and a contract's method may be async without waiting.
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/no-misused-spread': ['error', { allow: [{ from: 'lib', name: 'DOMStringMap' }] }],
      '@typescript-eslint/require-await': 'off',
      // A list is asked at an index that is known to be there; the assertion costs a shopper no byte.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // The compiler's DOM is newer than some browsers, and what comes from storage is no promise.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      // A warning names whatever was given, as text.
      '@typescript-eslint/no-base-to-string': 'off',
      '@typescript-eslint/restrict-template-expressions': 'off',
      '@typescript-eslint/restrict-plus-operands': ['error', { allowNumberAndString: true }],
      // One outdated overload makes the compiler call `querySelector` deprecated.
      '@typescript-eslint/no-deprecated': 'off',
      // Lit's element has them all.
      'wc/guard-super-call': 'off',
      'lit/lifecycle-super': 'error',
      'lit/no-classfield-shadowing': 'error',
      'lit/no-this-assign-in-render': 'error',
      'lit/prefer-static-styles': 'error',
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'no-console': ['error', { allow: ['warn', 'info', 'debug'] }],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'A name says what it is: export it by name.' },
      ],
    },
  },
  {
    // The linter's compiler doesn't find projects in dot folders; `npm run types` checks these.
    files: ['.storybook/*.ts'],
    extends: [ts.configs.disableTypeChecked],
  },
  {
    // A story draws whichever tag it is about, and may try styles on it.
    files: ['stories/**/*.ts'],
    rules: {
      'lit/binding-positions': 'off',
      'lit/no-invalid-html': 'off',
      'lit/prefer-static-styles': 'off',
    },
  },
  {
    // Tests take answers of servers and pages as they come, and fixtures that need no other begin with `{}`.
    files: ['test/**/*.ts'],
    rules: {
      'no-empty-pattern': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
);
