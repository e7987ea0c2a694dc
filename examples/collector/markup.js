/** HTML from templates: whatever is put into one is escaped, unless it was made by one. */

class Markup {
  constructor(text) {
    this.text = text;
  }

  toString() {
    return this.text;
  }
}

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Lists are joined; `undefined`, `null` and `false` are nothing. */
export function html(strings, ...values) {
  return new Markup(strings.map((string, at) => string + written(values[at])).join(''));
}

function written(value) {
  if (value === undefined || value === null || value === false) return '';
  if (Array.isArray(value)) return value.map(written).join('');
  if (value instanceof Markup) return value.text;
  return String(value).replace(/[&<>"']/g, (character) => ENTITIES[character]);
}
