/** An endpoint for answers in a Google sheet: a row a response, and the newest revision of an id replaces its row. */

const HEAD = ['id', 'revision', 'kind', 'createdAt', 'touchpoint', 'answer', 'response'];
const KINDS = ['rating', 'expectation', 'callback', 'callback-cancelled', 'impression'];
const UUID7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Google answers every POST with 200: whether it was stored is said by `ok` alone. */
function doPost(event) {
  try {
    const responses = [JSON.parse(event.postData.contents)].flat();
    const wrong = responses.map(wrongField).find((name) => name);
    if (wrong || responses.length === 0) return answer({ ok: false, error: `This is no response: ${wrong}.` });
    keep(responses);
    return answer({ ok: true, stored: responses.length });
  } catch (error) {
    return answer({ ok: false, error: String(error) });
  }
}

function keep(responses) {
  const lock = LockService.getScriptLock();
  // Of two POSTs at once the later waits; without the lock both would append.
  lock.waitLock(15000);
  try {
    const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheets()[0];
    if (sheet.getLastRow() === 0) sheet.appendRow(HEAD);
    for (const response of responses) keepOne(sheet, response);
    SpreadsheetApp.flush();
  } finally {
    lock.releaseLock();
  }
}

function keepOne(sheet, response) {
  const { id, revision, kind, createdAt, touchpoint, answer } = response;
  const cells = [
    id,
    revision,
    kind,
    createdAt,
    touchpoint || '',
    JSON.stringify(answer || {}),
    JSON.stringify(response),
  ];
  // What a shopper typed must stay text: a cell that begins with one of these would become a formula.
  const row = cells.map((cell) => (/^[=+\-@]/.test(cell) ? `'${cell}` : cell));
  const found = sheet.getRange('A:A').createTextFinder(id).matchEntireCell(true).findNext();
  if (!found) sheet.appendRow(row);
  else if (sheet.getRange(found.getRow(), 2).getValue() < revision) {
    sheet.getRange(found.getRow(), 1, 1, row.length).setValues([row]);
  }
}

/** What tells a response from anything else; `response.schema.json` has every field. */
function wrongField(response) {
  const { version, id, revision, kind } = Object(response);
  if (version !== 1) return 'version must be 1';
  if (!UUID7.test(id)) return 'id must be a UUID of version 7';
  if (!Number.isSafeInteger(revision) || revision < 1) return 'revision must be a whole number from 1';
  return KINDS.includes(kind) ? undefined : 'kind is unknown';
}

function answer(body) {
  return ContentService.createTextOutput(JSON.stringify(body)).setMimeType(ContentService.MimeType.JSON);
}
