/** Answers as a table for a spreadsheet, in which nothing that a shopper typed can become a formula. */

/** Column names, and where in a response they come from. */
const COLUMNS = {
  createdAt: (response) => response.createdAt,
  kind: (response) => response.kind,
  source: (response) => response.source,
  touchpoint: (response) => response.touchpoint,
  locale: (response) => response.locale,
  complete: (response) => response.complete,
  score: ({ answer }) => answer?.score,
  scale: ({ answer }) => answer?.scale,
  format: ({ answer }) => answer?.format,
  verdict: ({ answer }) => answer?.verdict,
  reasons: ({ answer }) => answer?.reasons?.join('; '),
  promise: ({ answer }) => answer?.promise,
  missed: ({ answer }) => answer?.missed?.join('; '),
  comment: ({ answer }) => answer?.comment,
  reference: ({ answer }) => answer?.reference,
  channel: ({ answer }) => answer?.channel,
  name: ({ answer }) => answer?.name,
  phone: ({ answer }) => answer?.phone,
  phoneRaw: ({ answer }) => answer?.phoneRaw,
  email: ({ answer }) => answer?.email,
  topic: ({ answer }) => answer?.topic,
  note: ({ answer }) => answer?.note,
  slot: ({ answer }) => answer?.slot?.start ?? answer?.slot,
  customer: ({ customer }) => customer && JSON.stringify(customer),
  metadata: ({ metadata }) => metadata && JSON.stringify(metadata),
  url: ({ context }) => context.url,
  id: (response) => response.id,
  revision: (response) => response.revision,
  inReplyTo: (response) => response.inReplyTo,
};

/** What spreadsheets take for the start of a formula, ASCII and full width, also behind white space. */
const FORMULA = /^[\s\0]*[=+\-@＝＋－＠]/;

/**
 * RFC 4180, with a byte order mark, without which Excel takes the text for another encoding.
 *
 * @param {object[]} responses
 */
export function inboxCsv(responses) {
  const lines = [
    Object.keys(COLUMNS),
    ...responses.map((response) => Object.values(COLUMNS).map((read) => read(response))),
  ];
  return `\uFEFF${lines.map((line) => `${line.map(cell).join(',')}\r\n`).join('')}`;
}

function cell(value) {
  if (value === undefined) return '';
  if (typeof value !== 'string') return String(value);
  // An apostrophe makes it text. https://owasp.org/www-community/attacks/CSV_Injection
  const text = FORMULA.test(value) ? `'${value}` : value;
  return `"${text.replaceAll('"', '""')}"`;
}
