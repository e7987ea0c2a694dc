// The wire is promised by a JSON Schema: bodies that came are held against the one that ships.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type AnySchemaObject, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const SCHEMA = join(import.meta.dirname, '../../dist/response.schema.json');

let validate: ValidateFunction | undefined;

/** What is wrong with a body, one sentence a fault: empty when it matches `dist/response.schema.json`. */
export function schemaFaults(body: unknown): string[] {
  validate ??= compile();
  if (validate(body)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath || '/'} ${message ?? 'is wrong'}`);
}

function compile(): ValidateFunction {
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  addFormats.default(ajv);
  return ajv.compile(JSON.parse(readFileSync(SCHEMA, 'utf8')) as AnySchemaObject);
}
