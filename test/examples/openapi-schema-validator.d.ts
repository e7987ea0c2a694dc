// The validator comes without types: as much of it as is used here.

declare module '@seriousme/openapi-schema-validator' {
  export class Validator {
    /** The OpenAPI version that the last document was in, such as `3.1`. */
    version: string;
    validate(document: object): Promise<{ valid: boolean; errors?: unknown }>;
  }
}
