import type { XmlElement } from '../xml/xml-element.ts';
import { attributeOf, childElements, childrenNamed } from '../xml/xml-element.ts';
import type { AppFixture } from './app-definition.ts';
import type { AppProblem } from './app-problem.ts';
import type { Detail } from './detail.ts';
import type { Endpoint } from './endpoint.ts';
import type { Entry } from './entry.ts';
import type { Menu } from './menu.ts';
import { parseDetail } from './parse-detail.ts';
import { parseEntry } from './parse-entry.ts';
import { parseMenu } from './parse-menu.ts';
import type { ResourceLocation } from './parse-profile.ts';
import { parseResource } from './parse-profile.ts';
import { parseStack } from './parse-stack.ts';
import { requiredAttribute, SuiteParseError } from './suite-parse-error.ts';

/** What one suite file says. */
export interface SuiteDocument {
  readonly menus: readonly Menu[];
  readonly entries: readonly Entry[];
  readonly details: readonly Detail[];
  readonly fixtures: readonly AppFixture[];
  readonly endpoints: readonly Endpoint[];
  readonly forms: readonly ResourceLocation[];
  /** Restores that come with the app, for practising without a server. */
  readonly practiceRestores: readonly ResourceLocation[];
  readonly strings: readonly { readonly language: string; readonly location: ResourceLocation }[];
  /** Blocks that could not be read and were left out. */
  readonly problems: readonly AppProblem[];
}

/** Reads the root element of a suite. A block that is wrong is left out and reported; the rest stays. */
export function parseSuite(root: XmlElement, file: string): SuiteDocument {
  const suite = new SuiteReader(file);
  for (const element of childElements(root)) suite.read(element);
  return suite;
}

class SuiteReader implements SuiteDocument {
  readonly menus: Menu[] = [];
  readonly entries: Entry[] = [];
  readonly details: Detail[] = [];
  readonly fixtures: AppFixture[] = [];
  readonly endpoints: Endpoint[] = [];
  readonly forms: ResourceLocation[] = [];
  readonly practiceRestores: ResourceLocation[] = [];
  readonly strings: { language: string; location: ResourceLocation }[] = [];
  readonly problems: AppProblem[] = [];

  constructor(readonly file: string) {}

  read(element: XmlElement): void {
    try {
      this.#readBlock(element);
    } catch (error) {
      if (!(error instanceof SuiteParseError)) throw error;
      const { message, line, remedy } = error;
      this.problems.push({ file: this.file, line, message, remedy });
    }
  }

  #readBlock(element: XmlElement): void {
    switch (element.name) {
      case 'menu':
        this.menus.push(parseMenu(element));
        break;
      case 'entry':
      case 'view':
      case 'remote-request':
        this.entries.push(parseEntry(element));
        break;
      case 'detail':
        this.details.push(parseDetail(element));
        break;
      case 'fixture':
        this.#readFixture(element);
        break;
      case 'endpoint':
        this.endpoints.push(parseEndpoint(element));
        break;
      case 'xform':
        this.#readForm(element);
        break;
      case 'locale':
        this.#readLocale(element);
        break;
      case 'user-restore':
        this.#readPracticeRestore(element);
        break;
      default: // Media and what later versions add: nothing that a session needs.
    }
  }

  #readFixture(element: XmlElement): void {
    const root = childElements(element)[0];
    if (root === undefined) return;
    const id = requiredAttribute(element, 'id');
    this.fixtures.push({ id, userId: attributeOf(element, 'user_id'), root });
  }

  #readPracticeRestore(element: XmlElement): void {
    const location = parseResource(element);
    if (location !== undefined) this.practiceRestores.push(location);
  }

  #readForm(element: XmlElement): void {
    const location = parseResource(element);
    if (location !== undefined) this.forms.push(location);
  }

  #readLocale(element: XmlElement): void {
    const location = parseResource(element);
    if (location === undefined) return;
    this.strings.push({ language: requiredAttribute(element, 'language'), location });
  }
}

function parseEndpoint(element: XmlElement): Endpoint {
  return {
    id: requiredAttribute(element, 'id'),
    arguments: childrenNamed(element, 'argument').map((argument) =>
      requiredAttribute(argument, 'id'),
    ),
    respectRelevancy: attributeOf(element, 'respect-relevancy') !== 'false',
    stack: parseStack(element),
  };
}
