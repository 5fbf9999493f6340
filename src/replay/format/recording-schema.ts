import type { AnyLineShape } from './line-shapes.ts';
import { lineShapes } from './line-shapes.ts';
import type { JsonSchema } from './shape.ts';

/** The JSON Schema (2020-12) of one line of a recording, for editors. */
export function recordingSchema(): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'A line of a Caseload recording',
    oneOf: Object.entries(lineShapes).map(([kind, shape]) => lineSchema(kind, shape)),
  };
}

function lineSchema(
  kind: string,
  { about, subject, required, optional }: AnyLineShape,
): JsonSchema {
  const members = Object.entries({ ...required, ...optional });
  const properties = members.map(([name, shape]) => [name, shape.schema]);
  return {
    type: 'object',
    description: about,
    properties: { [kind]: subject.schema, ...Object.fromEntries(properties) },
    required: [kind, ...Object.keys(required)],
    additionalProperties: false,
  };
}
