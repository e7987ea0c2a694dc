// Lit is half of what a page downloads before a face can be pressed, and Curtsy uses little of it. This rollup plugin
// leaves out of the script-tag files what nothing here needs, about 1,000 B; in the build for bundlers Lit is whole. It
// stops the build where a module needs a piece that is left out, and where a new version words a piece differently.

/** What a module of ours would use, had we not left it out. */
const MISSED = /\b(?:addInitializer|converter|mathml|type: (?:Array|Number|Object)|useDefault)\b/;

/** Directives come with this module of Lit's. */
const DIRECTIVES = '/node_modules/lit-html/directive.js';

const NOTHING = '';

/** The pieces of each module, and what stands there instead. */
const PIECES = {
  '@lit/reactive-element/css-tag.js': [
    // Every browser that Curtsy runs in has constructable stylesheets.
    [/(?<=,e=)t\.ShadowRoot&&.+?in CSSStyleSheet\.prototype/, '!0'],
    // Explanations of mistakes that the compiler reports.
    [/(?<=Error\()"CSSResult is not .+?instead\."/, NOTHING],
    [/(?<=Error\()"Value passed to .+?security\."/, NOTHING],
  ],
  '@lit/reactive-element/reactive-element.js': [
    // Decorators.
    [/Symbol\.metadata\?\?=.+?new WeakMap;/, NOTHING],
    [/const t=this\[Symbol\.metadata\];.+?(?=this\._\$Eh=new Map)/, NOTHING],
    [/static addInitializer\(t\)\{.+?\}(?=static get)/, NOTHING],
    [/,void 0!==t\.l&&\(this\.l=\[\.\.\.t\.l\]\)/, NOTHING],
    [/,this\.constructor\.l\?\.forEach\(t=>t\(this\)\)/, NOTHING],
    // Attributes that are numbers, JSON, or converted in ways of their own.
    [/\(void 0!==i\.converter\?\.toAttribute\?i\.converter:u\)/, 'u'],
    [/"function"==typeof t\.converter\?.+?t\.converter:u/, 'u'],
    [/converter:u,/, NOTHING],
    [/case Object:case Array:t=null==t\?t:JSON\.stringify\(t\)/, NOTHING],
    [/case Number:i=.+?case Object:case Array:try.+?i=null\}/, NOTHING],
    // The option `useDefault`.
    [/,useDefault:!1/, NOTHING],
    [/\?\?this\._\$Ej\?\.get\(e\)\?\?r/, NOTHING],
    [/\|\|i\.useDefault&&.+?\(r\._\$Eu\(t,i\)\)/, NOTHING],
    [/useDefault:i,/, NOTHING],
    [/i&&!\(this\._\$Ej\?\?=.+?void 0!==r\)\|\|\(/, '('],
    [/(?<=this\.hasUpdated\|\|)i\|\|/, NOTHING],
    // Guards against Closure's renaming, which `d` is for.
    [/\bd\(("\w+")\)/g, '$1'],
    [/\w+\.reactiveElementPolyfillSupport/, 'undefined'],
    [/\(\w+\.reactiveElementVersions\?\?=\[\]\)\.push\("[\d.]+"\)/, '0'],
  ],
  'lit-html/lit-html.js': [
    [/(?<=Error\()"invalid template strings array"/, NOTHING],
    // Templates that were compiled beforehand.
    [/(?<=,e=)"number"==typeof s\?(this\._\$AC\(t\)):\(.+?,s\)/, '$1'],
    // Formulas.
    [/3===i\?"<math>":/, NOTHING],
    [/3===i\?"<\/math>":/, NOTHING],
    [/\|\|3===i/, NOTHING],
    // Directives, the places where only they can stand, and what they learn about the tree of parts.
    [/function M\(t,i,s=t,e\)\{.+?,i\}(?=class R)/, 'function M(t,i){return i}'],
    [/else t\.startsWith\(o\)&&\(d\.push\(\{type:6.+?r\.removeAttribute\(t\)\);/, NOTHING],
    [/else\{let t=-1;for\(.+?type:7.+?o\.length-1\}/, NOTHING],
    [/:6===r\.type&&\(i=new Z\(h,this,t\)\)/, ':0'],
    [/get parentNode\(\)\{return this\._\$AM\.parentNode\}/, NOTHING],
    [/get parentNode\(\)\{let t=.+?,t\}/, NOTHING],
    [/get startNode\(\).+?_\$AB\}/, NOTHING],
    [/get tagName\(\)\{return this\.element\.tagName\}/, NOTHING],
    [/get _\$AU\(\)\{return this\._\$AM\?\._\$AU\?\?this\._\$Cv\}/, NOTHING],
    [/get _\$AU\(\)\{return this\._\$AM\._\$AU\}/g, NOTHING],
    [/this\._\$AN=void 0,/g, NOTHING],
    [/,this\._\$AM=\w/g, NOTHING],
    [/,this\._\$Cv=e\?\.isConnected\?\?!0/, NOTHING],
    [/setConnected\(t\)\{.+?\(t\)\)\}/, NOTHING],
    [/this\._\$AP\?\.\(!1,!0,s\)/, NOTHING],
    [/\w+\.litHtmlPolyfillSupport/, 'undefined'],
    [/\(\w+\.litHtmlVersions\?\?=\[\]\)\.push\("[\d.]+"\)/, '0'],
  ],
  'lit-element/lit-element.js': [
    [/connectedCallback\(\)\{.+?setConnected\(!1\)\}/, NOTHING],
    [/this\.hasUpdated\|\|\(this\.renderOptions\.isConnected=this\.isConnected\),/, NOTHING],
    [/\w+\.litElementHydrateSupport/, 'undefined'],
    [/\w+\.litElementPolyfillSupport/, 'undefined'],
    [/\(\w+\.litElementVersions\?\?=\[\]\)\.push\("[\d.]+"\)/, '0'],
  ],
};

export function leanDependencies() {
  return {
    name: 'lean-dependencies',
    transform(code, id) {
      if (id.endsWith(DIRECTIVES))
        this.error('A directive is used: lean-dependencies.mjs must leave that part of Lit in.');
      if (!id.includes('/node_modules/')) {
        const [missed] = MISSED.exec(code) ?? [];
        if (missed) this.error(`${id} uses ${missed}: lean-dependencies.mjs must leave that in.`);
        return null;
      }
      const name = Object.keys(PIECES).find((module) => id.endsWith(`/node_modules/${module}`));
      if (!name) return null;
      for (const [find, put] of PIECES[name]) {
        if (code.search(find) < 0) this.error(`${name} has nothing like ${find} any more.`);
        code = code.replace(find, put);
      }
      return { code, map: null };
    },
  };
}
