/** Reads a POST's body: one response or a list of them, each checked against the schema, the fault named by its path. */

import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

const schema = new URL('../../src/response/response.schema.json', import.meta.url);
const ajv = new Ajv2020();
formats.default(ajv);
const validate = ajv.compile(JSON.parse(readFileSync(schema, 'utf8')));

/** The most that a client may put into one POST. */
const BATCH = 100;

/** A body that is refused, with the HTTP status and the JSON Pointer of what is wrong. */
export class RefusedBody extends Error {
  constructor(statusCode, path, message) {
    super(message);
    this.statusCode = statusCode;
    this.path = path;
  }
}

/**
 * @param {string} text
 * @returns {object[]} at least one response, all valid
 * @throws {RefusedBody} 400; 413 for a list that is too long
 */
export function readResponses(text) {
  const body = parse(text);
  if (!Array.isArray(body)) return [checked(body, '')];
  if (body.length === 0) throw new RefusedBody(400, '', 'The list has no responses.');
  if (body.length > BATCH) throw new RefusedBody(413, '', `The list has more than ${BATCH} responses.`);
  return body.map((response, at) => checked(response, `/${at}`));
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    throw new RefusedBody(400, '', 'The body is not JSON.');
  }
}

function checked(response, path) {
  if (validate(response)) return response;
  // `if` and `anyOf` only say that a branch failed; the branches' own errors say what is wrong.
  const errors = validate.errors.filter((error) => error.keyword !== 'if' && error.keyword !== 'anyOf');
  const at = errors[0].instancePath;
  const faults = errors.filter((error) => error.instancePath === at).map(inWords);
  throw new RefusedBody(400, path + at, `${path + at || 'The response'} ${faults.join(' or ')}.`);
}

function inWords({ keyword, message, params }) {
  switch (keyword) {
    case 'const':
      return `must be ${JSON.stringify(params.allowedValue)}`;
    case 'enum':
      return `must be one of ${params.allowedValues.join(', ')}`;
    case 'additionalProperties':
      return `must not have the property ${JSON.stringify(params.additionalProperty)}`;
    case 'false schema':
      return 'must not be there';
    default:
      return message;
  }
}
