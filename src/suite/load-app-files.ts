import type { XmlElement } from '../xml/xml-element.ts';
import { childElements, childNamed } from '../xml/xml-element.ts';
import { parseXml } from '../xml/parse-xml.ts';
import { XmlParseError } from '../xml/xml-parse-error.ts';
import type { AppDefinition, AppForm, AppProfile, PracticeRestore } from './app-definition.ts';
import { AppLoadError } from './app-load-error.ts';
import type { AppProblem } from './app-problem.ts';
import type { AppStrings } from './app-strings.ts';
import { parseAppStrings } from './app-strings.ts';
import { isSharingAssertion } from './assertion.ts';
import { findDanglingReferences } from './check-references.ts';
import { decodeText } from './decode-text.ts';
import type { ResourceLocation } from './parse-profile.ts';
import { parseProfile } from './parse-profile.ts';
import type { SuiteDocument } from './parse-suite.ts';
import { parseSuite } from './parse-suite.ts';
import { resolvePath } from './resolve-path.ts';

/** The files of an app by path, `/` between folders, without a leading `./`. */
export type AppFiles = ReadonlyMap<string, string | Uint8Array>;

const PROFILE = 'profile.ccpr';

/**
 * Opens an extracted app: profile, suites, strings and forms. `file` names the app in errors. What is missing or
 * broken beyond the profile and all suites is a problem of the result, not an error. Throws {@link AppLoadError}.
 */
export function loadAppFiles(files: AppFiles, file: string): AppDefinition {
  const loader = new AppLoader(files, file);
  const profilePath = findProfile(files, file);
  const { profile, suites } = parseProfile(loader.parseRequired(profilePath), profilePath);
  const documents = suites.map((suite) => loader.readSuite(suite, profilePath));
  return loader.assemble(
    profile,
    documents.filter((document) => document !== undefined),
  );
}

/** The profile nearest to the root: zipping a folder puts the folder itself in front. */
function findProfile(files: AppFiles, file: string): string {
  const profiles = [...files.keys()].filter((path) => `/${path}`.endsWith(`/${PROFILE}`));
  const [nearest] = profiles.toSorted((a, b) => depth(a) - depth(b));
  if (nearest !== undefined) return nearest;
  throw new AppLoadError(
    `there is no ${PROFILE}`,
    file,
    'Choose the .ccz file that CommCare HQ offers for download, or a folder with the same files.',
  );
}

function depth(path: string): number {
  return path.split('/').length;
}

/** A suite with the path that its own locations are relative to. */
interface PlacedSuite {
  readonly path: string;
  readonly document: SuiteDocument;
}

class AppLoader {
  readonly #files: AppFiles;
  readonly #file: string;
  readonly #problems: AppProblem[] = [];

  constructor(files: AppFiles, file: string) {
    this.#files = files;
    this.#file = file;
  }

  /** Parses a file without which there is no app. */
  parseRequired(path: string): XmlElement {
    try {
      return this.#parse(path, this.#text(path) ?? '');
    } catch (error) {
      if (!(error instanceof XmlParseError)) throw error;
      throw new AppLoadError(
        error.message,
        this.#file,
        'Export the app again, or mend that place.',
      );
    }
  }

  readSuite(location: ResourceLocation, from: string): PlacedSuite | undefined {
    const found = this.#find(location, from);
    if (found === undefined) return undefined;
    const root = this.#tryToParse(
      found.path,
      found.text,
      'Export the app again, or mend it there.',
    );
    if (root === undefined) return undefined;
    const document = parseSuite(root, found.path);
    this.#problems.push(...document.problems);
    return { path: found.path, document };
  }

  assemble(profile: AppProfile, suites: readonly PlacedSuite[]): AppDefinition {
    if (suites.length === 0) throw this.#noSuite();
    const documents = suites.map((suite) => suite.document);
    const strings = this.#readStrings(suites);
    const entries = documents.flatMap((document) => document.entries);
    const app = {
      profile,
      strings,
      languages: languagesOf(strings, profile),
      menus: documents.flatMap((document) => document.menus),
      entries: new Map(entries.map((entry) => [entry.commandId, entry])),
      details: new Map(documents.flatMap(({ details }) => details.map((d) => [d.id, d]))),
      forms: this.#readForms(suites),
      fixtures: documents.flatMap((document) => document.fixtures),
      endpoints: new Map(documents.flatMap(({ endpoints }) => endpoints.map((e) => [e.id, e]))),
      media: this.#collectMedia(),
      caseSharing: entries.some((entry) => entry.assertions.some(isSharingAssertion)) || undefined,
      practiceRestore: this.#readPracticeRestore(suites),
      problems: this.#problems,
    };
    this.#problems.push(...findDanglingReferences(app, suites[0]?.path ?? this.#file));
    return app;
  }

  #noSuite(): AppLoadError {
    const [found] = this.#problems;
    const reason =
      found === undefined ? '' : `: ${found.file}, line ${found.line}: ${found.message}`;
    return new AppLoadError(`the app has no suite${reason}`, this.#file, 'Export the app again.');
  }

  #readStrings(suites: readonly PlacedSuite[]): Map<string, AppStrings> {
    const strings = new Map<string, AppStrings>();
    for (const { path, document } of suites) {
      for (const { language, location } of document.strings) {
        const found = this.#find(location, path);
        if (found === undefined) continue;
        const earlier = strings.get(language) ?? new Map();
        strings.set(language, new Map([...earlier, ...parseAppStrings(found.text)]));
      }
    }
    return strings;
  }

  #readForms(suites: readonly PlacedSuite[]): Map<string, AppForm> {
    const forms = new Map<string, AppForm>();
    for (const { path, document } of suites) {
      for (const location of document.forms) {
        const form = this.#readForm(location, path);
        if (form !== undefined) forms.set(form.xmlns, form);
      }
    }
    return forms;
  }

  #readForm(location: ResourceLocation, from: string): AppForm | undefined {
    const found = this.#find(location, from);
    if (found === undefined) return undefined;
    const { path, text } = found;
    const root = this.#tryToParse(path, text, 'Mend that place; other forms work.');
    if (root === undefined) return undefined;
    const xmlns = namespaceOfData(root);
    if (xmlns !== undefined) return { xmlns, path, text };
    this.#report(path, 0, 'the form has no primary instance', 'Export the app again.');
    return undefined;
  }

  #tryToParse(path: string, text: string, remedy: string): XmlElement | undefined {
    try {
      return this.#parse(path, text);
    } catch (error) {
      if (!(error instanceof XmlParseError)) throw error;
      const { reason, line, column } = error;
      this.#report(path, line, `${reason} (column ${column})`, remedy);
      return undefined;
    }
  }

  /** The first that can be read. */
  #readPracticeRestore(suites: readonly PlacedSuite[]): PracticeRestore | undefined {
    const found = suites.flatMap(({ path, document }) =>
      document.practiceRestores.flatMap((location) => this.#find(location, path) ?? []),
    );
    const remedy = 'Mend that place; nobody can practise with it before, and the app works.';
    return found.find(({ path, text }) => this.#tryToParse(path, text, remedy) !== undefined);
  }

  #collectMedia(): Map<string, Uint8Array> {
    const media = new Map<string, Uint8Array>();
    for (const [path, content] of this.#files) {
      const start = `/${path}`.indexOf('/commcare/');
      if (start >= 0 && typeof content !== 'string') {
        media.set(`jr://file/${path.slice(start)}`, content);
      }
    }
    return media;
  }

  #find(
    location: ResourceLocation,
    from: string,
  ): { readonly path: string; readonly text: string } | undefined {
    const path = resolvePath(location.path, from);
    const text = path === undefined ? undefined : this.#text(path);
    if (path !== undefined && text !== undefined) return { path, text };
    this.#report(
      from,
      location.line,
      `${location.path} (resource ${location.id}) is not among the files of the app`,
      'Export the app again; what needs this file does not work.',
    );
    return undefined;
  }

  #text(path: string): string | undefined {
    const content = this.#files.get(path);
    return content instanceof Uint8Array ? decodeText(content) : content;
  }

  #parse(path: string, text: string): XmlElement {
    return parseXml(text, path, {
      onProblem: ({ reason, line, column, remedy }) =>
        this.#report(path, line, `${reason} (column ${column})`, remedy),
    });
  }

  #report(file: string, line: number, message: string, remedy: string): void {
    this.#problems.push({ file, line, message, remedy });
  }
}

function languagesOf(strings: ReadonlyMap<string, AppStrings>, profile: AppProfile): string[] {
  const languages = [...strings.keys()].filter((language) => language !== 'default');
  const first = profile.properties['cur_locale'];
  if (languages.length === 0) return ['default'];
  return languages.toSorted((a, b) => Number(b === first) - Number(a === first));
}

/** The namespace of the first element in the first instance, by which entries name a form. */
function namespaceOfData(form: XmlElement): string | undefined {
  const head = childNamed(form, 'head');
  const model = head && childNamed(head, 'model');
  const instance = model && childNamed(model, 'instance');
  return instance && childElements(instance)[0]?.namespace;
}
