import { parseXml } from '../xml/parse-xml.ts';

/** True when the text is a restore and no form. Throws `XmlParseError`, in which `file` is named. */
export function isRestore(text: string, file: string): boolean {
  // What stands below the root is looked at when it is read in earnest.
  return parseXml(text, file, { onChild: () => true }).name === 'OpenRosaResponse';
}
