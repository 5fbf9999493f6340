import { CaseDatabase } from '../../case/case-database.ts';
import { FixtureDocuments } from '../../suite/fixture-documents.ts';
import { parseXml } from '../../xml/parse-xml.ts';
import { staticDocument } from '../../xpath/static-node.ts';
import type { XPathNode } from '../../xpath/xpath-node.ts';
import type { FormDefinition } from '../../xforms/definition/form-definition.ts';
import { parseForm } from '../../xforms/definition/parse-form.ts';
import { FormInstance } from '../../xforms/form-instance.ts';
import { readSecondaryInstance } from '../../xforms/secondary/read-secondary-instance.ts';
import type { Resources } from './find-resources.ts';
import type { FormLine } from './form-line.ts';
import { pinnedEnvironment } from './pinned-environment.ts';
import type { RestoreWorld } from './restore-world.ts';
import { restoreWorld } from './restore-world.ts';
import { sessionDocument } from './session-document.ts';

/** One filling-in of a form as a line asks for it, over cases of its own. */
export class FormSession {
  readonly world: RestoreWorld | undefined;
  readonly database: CaseDatabase;
  readonly form: FormInstance;
  readonly #line: FormLine;
  readonly #resources: Resources;
  readonly #documents = new Map<string, XPathNode | undefined>();

  constructor(line: FormLine, resources: Resources) {
    this.#line = line;
    this.#resources = resources;
    this.world =
      line.restore === undefined ? undefined : restoreWorld(line.restore, line.now, resources);
    this.database = new CaseDatabase(this.world?.database.cases());
    const environment = {
      ...pinnedEnvironment(line.now, line.tz),
      instance: (src: string, id: string) => this.#instance(src, id),
    };
    this.form = FormInstance.create(definitionOf(line, resources), {
      environment,
      invalidAnswers: 'refuse',
      ...(typeof line.lang === 'string' ? { language: line.lang } : {}),
    });
  }

  get userId(): string {
    return this.world?.user.userId ?? 'oracle-user-id';
  }

  #instance(src: string, id: string): XPathNode | undefined {
    const key = `${src} ${id}`;
    if (!this.#documents.has(key)) this.#documents.set(key, this.#makeInstance(src, id));
    return this.#documents.get(key);
  }

  #makeInstance(src: string, id: string): XPathNode | undefined {
    const { instanceXmls = {}, files = {}, session = {}, tz } = this.#line;
    const given = instanceXmls[id];
    if (given !== undefined) return staticDocument(parseXml(given, id));
    const file = files[src];
    if (file !== undefined) return fileDocument(file, this.#resources);
    if (src.startsWith('jr://instance/session')) return sessionDocument(session, this.world);
    return this.world?.instance(src, this.database, tz) ?? this.#appFixture(src);
  }

  #appFixture(src: string): XPathNode | undefined {
    const { archive } = this.#line.form;
    if (archive === undefined) return undefined;
    const fixture = this.#resources
      .app(archive)
      .fixtures.find(({ id }) => src === `jr://fixture/${id}`);
    return fixture && new FixtureDocuments().of({ root: fixture.root, indices: [] });
  }
}

/** The parsed form of a line, once for all lines that have it. Throws what parsing throws. */
export function definitionOf(line: FormLine, resources: Resources): FormDefinition {
  const { archive, path, file } = line.form;
  const name = file ?? `${archive}/${path}`;
  return resources.keep(`definition ${line.dialect ?? ''} ${name}`, () => {
    const text = file === undefined ? archivedForm(line, resources) : resources.text(file);
    return parseForm(text, name, line.dialect === undefined ? {} : { dialect: line.dialect });
  });
}

function archivedForm(
  { form: { archive = '', path = '' } }: FormLine,
  resources: Resources,
): string {
  return resources.archivedText(archive, path);
}

function fileDocument(file: string, resources: Resources): XPathNode {
  return resources.keep(`document ${file}`, () =>
    readSecondaryInstance(resources.text(file), file),
  );
}
