// Makes the manifest fit for controls: Storybook knows an entry by its name alone, and an attribute, a slot and a part may
// have the same.

interface Item {
  name?: string;
  type?: { text: string };
  attribute?: string;
}

interface Declaration {
  attributes?: Item[];
  members?: Item[];
  slots?: Item[];
  cssParts?: Item[];
}

/** Beginning of a control's name that fills a slot. */
export const SLOT = 'slot ';

/** The manifest with every name once: attributes keep theirs, and stand for the properties that mirror them. */
export function forControls(manifest: { modules: { declarations: Declaration[] }[] }): object {
  return {
    ...manifest,
    modules: manifest.modules.map((module) => ({ ...module, declarations: module.declarations.map(renamed) })),
  };
}

function renamed({ attributes = [], members = [], slots = [], cssParts = [], ...rest }: Declaration): Declaration {
  return {
    ...rest,
    // What a page writes into an attribute is a text, unless it is there or not there.
    attributes: attributes.map((item) => ({
      ...item,
      type: { text: item.type?.text === 'boolean' ? 'boolean' : 'string' },
    })),
    members: members.filter(({ attribute }) => !attribute),
    slots: slots.map((item) => ({ ...item, name: `${SLOT}${item.name}` })),
    cssParts: cssParts.map((item) => ({ ...item, name: `::part(${item.name})` })),
  };
}
