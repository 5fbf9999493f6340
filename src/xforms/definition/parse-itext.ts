import type { XmlElement } from '../../xml/xml-element.ts';
import { attributeOf, childrenNamed } from '../../xml/xml-element.ts';
import type { FormReader } from './form-reader.ts';
import type { ItextDefinition, ItextValues } from './itext-definition.ts';
import { parseParts } from './parse-text.ts';
import type { TextPart } from './text-definition.ts';

/** `<itext>` with its translations. The default language is the one marked `default`, else the first. */
export function parseItext(itext: XmlElement, reader: FormReader): ItextDefinition {
  const translations = new Map<string, ReadonlyMap<string, ItextValues>>();
  let defaultLanguage: string | undefined;
  for (const translation of childrenNamed(itext, 'translation')) {
    const language = attributeOf(translation, 'lang') ?? '';
    if (translations.has(language)) {
      reader.problem(`the translation "${language}" is there twice`, translation);
    }
    translations.set(language, parseTranslation(translation, reader));
    if (attributeOf(translation, 'default') !== undefined) defaultLanguage ??= language;
  }
  const languages = [...translations.keys()];
  return { languages, defaultLanguage: defaultLanguage ?? languages[0] ?? '', translations };
}

function parseTranslation(translation: XmlElement, reader: FormReader): Map<string, ItextValues> {
  const texts = new Map<string, ItextValues>();
  for (const text of childrenNamed(translation, 'text')) {
    const id = attributeOf(text, 'id');
    if (id === undefined) reader.problem('a text of the itext has no id', text);
    else texts.set(id, parseValues(text, reader));
  }
  return texts;
}

function parseValues(text: XmlElement, reader: FormReader): ItextValues {
  const values = new Map<string, readonly TextPart[]>();
  for (const value of childrenNamed(text, 'value')) {
    values.set(attributeOf(value, 'form') ?? '', parseParts(value, reader));
  }
  return values;
}
