import type { SharingRules } from '../case/ownership/sharing-rules.ts';
import type { XmlElement } from '../xml/xml-element.ts';
import type { AppProblem } from './app-problem.ts';
import type { AppStrings } from './app-strings.ts';
import type { Detail } from './detail.ts';
import type { Endpoint } from './endpoint.ts';
import type { Entry } from './entry.ts';
import type { Menu } from './menu.ts';

/** An app as it was opened: compiled by CommCare or from a definition of our own. Never changes. */
export interface AppDefinition {
  readonly profile: AppProfile;
  /** Language codes, the default one first; `default` itself only when the app names no other. */
  readonly languages: readonly string[];
  /** By language; `default` holds the strings for all others to fall back on. */
  readonly strings: ReadonlyMap<string, AppStrings>;
  /** In the order of the suite; blocks of one id apart. */
  readonly menus: readonly Menu[];
  /** By command id. */
  readonly entries: ReadonlyMap<string, Entry>;
  readonly details: ReadonlyMap<string, Detail>;
  /** By the namespace of their data. */
  readonly forms: ReadonlyMap<string, AppForm>;
  readonly fixtures: readonly AppFixture[];
  readonly endpoints: ReadonlyMap<string, Endpoint>;
  /** Pictures and sounds by `jr://file/…`. */
  readonly media: ReadonlyMap<string, Uint8Array>;
  /** What the app says about sharing cases; `undefined` when nothing in it tells. */
  readonly caseSharing: boolean | undefined;
  /** How owners are found, where the app says more than whether cases are shared: only definitions of our own do. */
  readonly sharing?: SharingRules;
  /** What a practice user of the app holds; `undefined` when the app has none. */
  readonly practiceRestore?: PracticeRestore | undefined;
  /** All that was found wrong; the rest of the app works. */
  readonly problems: readonly AppProblem[];
}

export interface AppProfile {
  readonly uniqueId: string;
  readonly name: string;
  readonly version: number;
  readonly properties: Readonly<Record<string, string>>;
}

export interface AppForm {
  readonly xmlns: string;
  readonly path: string;
  /** The XForm, as text. */
  readonly text: string;
}

/** A restore that comes with an app, as text: who practises, and with which cases. */
export interface PracticeRestore {
  readonly path: string;
  readonly text: string;
}

/** A fixture that comes with the app and not with the user; `userId` when it is for one user only. */
export interface AppFixture {
  readonly id: string;
  readonly userId: string | undefined;
  readonly root: XmlElement;
}
