import type { AppDefinition } from './app-definition.ts';
import type { Entry } from './entry.ts';
import { ROOT_MENU } from './menu.ts';
import { textDisplay } from './suite-text.ts';
import type { SuiteText } from './suite-text.ts';

const COMMAND = 'form';

/** An app around one form, so that a form alone opens as any other does. `xmlns` is the namespace of its data. */
export function singleFormApp(form: {
  readonly path: string;
  readonly text: string;
  readonly title: string;
  readonly xmlns: string;
}): AppDefinition {
  const title: SuiteText = { kind: 'plain', text: form.title };
  return {
    profile: { uniqueId: form.path, name: form.title, version: 1, properties: {} },
    languages: ['default'],
    strings: new Map([['default', new Map([['app.display.name', form.title]])]]),
    menus: [
      {
        id: ROOT_MENU,
        root: '',
        display: textDisplay(title),
        style: undefined,
        relevant: undefined,
        instances: [],
        assertions: [],
        commands: [{ id: COMMAND, relevant: undefined }],
      },
    ],
    entries: new Map([[COMMAND, entryFor(form.xmlns, title)]]),
    details: new Map(),
    forms: new Map([[form.xmlns, { xmlns: form.xmlns, path: form.path, text: form.text }]]),
    fixtures: [],
    endpoints: new Map(),
    media: new Map(),
    caseSharing: undefined,
    problems: [],
  };
}

function entryFor(xmlns: string, text: SuiteText): Entry {
  return {
    kind: 'form',
    commandId: COMMAND,
    xmlns,
    text,
    display: textDisplay(text),
    instances: [],
    datums: [],
    assertions: [],
    stack: [],
    post: undefined,
  };
}
