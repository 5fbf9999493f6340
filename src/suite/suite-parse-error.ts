import type { XmlElement } from '../xml/xml-element.ts';
import { attributeOf } from '../xml/xml-element.ts';

/** A block of a suite or profile that cannot be read. The reader of the file leaves that block out and reports it. */
export class SuiteParseError extends Error {
  override readonly name = 'SuiteParseError';

  constructor(
    message: string,
    readonly line: number,
    readonly remedy: string,
  ) {
    super(message);
  }
}

/** The value of an attribute that must be there. Throws {@link SuiteParseError}. */
export function requiredAttribute(element: XmlElement, name: string): string {
  const value = attributeOf(element, name);
  if (value === undefined || value === '') {
    throw new SuiteParseError(
      `<${element.name}> has no ${name}`,
      element.line,
      `Give the <${element.name}> a ${name} attribute.`,
    );
  }
  return value;
}
