import { createRequire } from 'node:module';
import type * as Yaml from 'yaml';
import type { Document, LineCounter, YAMLMap, YAMLSeq } from 'yaml';
import { RecordingError } from '../../replay/format/recording.ts';

/**
 * A recording in YAML as JSON Lines, each line where its entry begins, so that places in messages stay right. It is one list of
 * entries, or the header before a line `---` and the list behind it. Throws RecordingError for what is no YAML, or no such list.
 */
export function yamlRows(source: string, file: string): string {
  const yaml = loadYaml();
  const counter = new yaml.LineCounter();
  const rows: string[] = [];
  for (const document of yaml.parseAllDocuments(source, { lineCounter: counter })) {
    for (const entry of entriesOf(document as Document, file, counter)) {
      const { line } = counter.linePos(entry.range?.[0] ?? 0);
      while (rows.length < line) rows.push('');
      if (rows[line - 1] !== '')
        throw fault(
          file,
          line,
          'Two entries begin on one line.',
          'Begin each on a line of its own.',
        );
      rows[line - 1] = JSON.stringify(entry.toJSON());
    }
  }
  return rows.join('\n');
}

/** Loaded when the first file needs it: most recordings are JSON Lines, and start sooner without. */
function loadYaml(): typeof Yaml {
  return createRequire(import.meta.url)('yaml') as typeof Yaml;
}

function entriesOf(document: Document, file: string, counter: LineCounter): YAMLMap[] {
  const [error] = document.errors;
  if (error !== undefined) {
    const { line } = counter.linePos(error.pos[0]);
    throw fault(
      file,
      line,
      `This is not YAML: ${error.message.split('\n')[0]}.`,
      'Mind indentation and quotes.',
    );
  }
  const { isMap, isSeq } = loadYaml();
  const { contents } = document;
  if (isMap(contents)) return [contents];
  if (!isSeq(contents)) return [];
  return (contents as YAMLSeq).items.map((item) => {
    if (isMap(item)) return item;
    throw fault(file, 1, 'An entry is not an object.', 'Write each as “- word: value”.');
  });
}

function fault(file: string, line: number, message: string, remedy: string): RecordingError {
  return new RecordingError([{ file, line, message, remedy }]);
}
