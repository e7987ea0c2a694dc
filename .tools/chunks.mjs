// Which module of src/ goes into which file of the script tag. A shopper pays for each file before the next step works,
// so the split is decided here and not by the bundler, and a module that lands elsewhere stops the build.

import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { elementsIn, localesIn } from './source.mjs';

/** What the first chunk and the outbox share, so that neither waits for the other. */
const SHARED = 'curtsy.settings';

/** What a chunk may wait for. Elements and languages may need what is on the page anyway. */
const MAY_NEED = {
  [SHARED]: [],
  'curtsy.core': [SHARED],
  'curtsy.outbox': [SHARED],
  'curtsy.form': [SHARED, 'curtsy.core'],
  'curtsy.follow': [SHARED, 'curtsy.core', 'curtsy.form'],
  'curtsy.vitals': [SHARED, 'curtsy.outbox'],
  'curtsy.api': [SHARED, 'curtsy.outbox'],
  'curtsy.messages': [],
  'curtsy.formats': [SHARED],
  'curtsy.drain': [SHARED, 'curtsy.outbox'],
  'curtsy.kiosk': [SHARED, 'curtsy.core', 'curtsy.outbox', 'curtsy.drain'],
  'curtsy.fallback': [SHARED, 'curtsy.outbox'],
  // Its form can be filled before any of what follows a press is there.
  'curtsy.callback': [SHARED, 'curtsy.core', 'curtsy.form'],
  'curtsy.contact': [SHARED, 'curtsy.core', 'curtsy.form', 'curtsy.follow', 'curtsy.callback'],
  'curtsy.appointment': [SHARED, 'curtsy.core', 'curtsy.form', 'curtsy.callback'],
  'curtsy.attend': [SHARED, 'curtsy.core', 'curtsy.prompt'],
  'curtsy.anchor': [SHARED, 'curtsy.core', 'curtsy.prompt'],
  'curtsy.conditions': [SHARED],
  'curtsy.triggers': [SHARED, 'curtsy.core', 'curtsy.prompt'],
};
const ANY_OTHER_MAY_NEED = [SHARED, 'curtsy.core', 'curtsy.form', 'curtsy.follow'];

/** Each chunk with the modules that it exists for, the first being its door. In this order a shared module finds its home. */
function chunksIn(esm) {
  const chunks = [
    ['curtsy.core', 'elements/rating/rating.js'],
    ['curtsy.outbox', 'delivery/submit.js'],
    ['curtsy.api', 'api-chunk.js'],
    ['curtsy.form', 'elements/conversation.styles.js', 'elements/choice.js', 'language/english-form.js'],
    ['curtsy.follow', 'elements/conversation.js'],
    ['curtsy.messages', 'settings/messages.js'],
    ['curtsy.formats', 'delivery/formats.js'],
    ['curtsy.drain', 'delivery/drain.js'],
    ['curtsy.fallback', 'outbox/fallback.js'],
    ['curtsy.vitals', 'page/vitals.js'],
    ['curtsy.recovery', 'elements/recovery.js'],
    ['curtsy.kiosk', 'elements/kiosk.js', 'delivery/kiosk.js'],
    ...elementsIn(esm).map((name) => [`curtsy.${name}`, `elements/${name}/${name}.js`]),
    ['curtsy.attend', 'elements/prompt/attend.js'],
    ['curtsy.anchor', 'elements/prompt/beside.js'],
    ['curtsy.conditions', 'manners/conditions.js'],
    ['curtsy.triggers', 'manners/triggers/more.js'],
    ['curtsy.contact', 'elements/callback/contact.js'],
    ['curtsy.appointment', 'elements/callback/appointment.js'],
    ...localesIn(esm).map((tag) => [`curtsy.locale.${tag}`, `language/locales/${tag}.js`]),
  ];
  return chunks
    .filter(([name]) => name !== 'curtsy.rating')
    .map(([name, ...files]) => ({ name, modules: files.map((file) => join(esm, file)) }));
}

/** Who has a copy of its own of what a prompt has too; as a chunk that both wait for it would cost each of them 300 bytes. */
const COPIED = {
  'launcher.js': [
    'card.styles.js',
    'card-rest.styles.js',
    'back-in-place.js',
    'keyboard-safe.js',
    'english-prompt.js',
    'english-arrival.js',
    'follow-language.js',
  ],
  'attend.js': ['follow-language.js'],
  'idle.js': ['activity.js'],
};
const COPY = /\?copy of .*$/;

/** The plugin that makes the copies. */
export const copies = {
  name: 'copies',
  resolveId(source, importer = '') {
    if (!COPIED[basename(importer)]?.includes(basename(source))) return null;
    return `${join(dirname(importer), source)}?copy of ${basename(importer)}`;
  },
  load: (id) => (COPY.test(id) ? readFile(id.replace(COPY, ''), 'utf8') : null),
};

/** Rollup's entries. */
export function chunkEntries(esm) {
  return Object.fromEntries(chunksIn(esm).map(({ name, modules: [door] }) => [name, door]));
}

/** Rollup's `manualChunks`: each module goes to the first chunk that needs it, save what core and outbox both need. */
export function chunkOf(esm) {
  let needs;
  return (id, { getModuleInfo }) => {
    needs ??= chunksIn(esm).map(({ name, modules }) => ({
      name,
      modules: reachable(modules, (at) => getModuleInfo(at).importedIds),
    }));
    const [first, ...others] = needs.filter(({ modules }) => modules.has(id)).map(({ name }) => name);
    const isShared =
      first === 'curtsy.core' && others.some((name) => MAY_NEED[name] && !MAY_NEED[name].includes(first));
    return isShared ? SHARED : first;
  };
}

function reachable(starts, next) {
  const seen = new Set();
  const visit = (at) => {
    if (seen.has(at)) return;
    seen.add(at);
    next(at).forEach(visit);
  };
  starts.forEach(visit);
  return seen;
}

/**
 * The plugin that holds the split to its promises, then stamps the version on every import among chunks: an old chunk in
 * some cache must never meet a new one, and core under two addresses would be two cores.
 */
export function chunks(esm, version) {
  return {
    name: 'chunks',
    generateBundle(_, bundle) {
      const names = new Set([...chunksIn(esm).map(({ name }) => name), SHARED]);
      for (const { name, fileName, imports, moduleIds } of Object.values(bundle)) {
        if (!names.has(name) || fileName !== `${name}.js`) {
          this.error(`${fileName} is no chunk of ours. It holds ${moduleIds.join(', ')}.`);
        }
        const allowed = MAY_NEED[name] ?? ANY_OTHER_MAY_NEED;
        const stranger = imports.find((file) => !allowed.some((other) => file === `${other}.js`));
        if (stranger) this.error(`${name} must not wait for ${stranger}: what both need has the wrong home.`);
      }
      for (const chunk of Object.values(bundle)) {
        chunk.code = chunk.code.replace(/(["'])(\.\/curtsy\.[\w.-]+\.js)\1/g, `$1$2?v=${version}$1`);
      }
    },
  };
}
