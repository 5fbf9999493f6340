import type { XmlElement } from '../xml/xml-element.ts';
import {
  attributeOf,
  childElements,
  childNamed,
  childrenNamed,
  textOf,
} from '../xml/xml-element.ts';
import type { AppProfile } from './app-definition.ts';
import { AppLoadError } from './app-load-error.ts';

/** The version of CommCare whose apps are understood here. */
const MAJOR_VERSION = 2;

/** What `profile.ccpr` says: who the app is and where its suites are. */
export interface ProfileDocument {
  readonly profile: AppProfile;
  /** Paths or addresses of the suites, local ones where there are any. */
  readonly suites: readonly ResourceLocation[];
}

/** Where a resource lies. `path` is as written, usually `./…` relative to the file that names it. */
export interface ResourceLocation {
  readonly id: string;
  readonly path: string;
  readonly isLocal: boolean;
  readonly line: number;
}

/** Reads the root element of a profile; what it does not know is left aside. Throws {@link AppLoadError}. */
export function parseProfile(root: XmlElement, file: string): ProfileDocument {
  if (root.name !== 'profile') {
    throw new AppLoadError(
      `the file is a <${root.name}>, not a <profile>`,
      file,
      'Export the app again.',
    );
  }
  checkVersion(root, file);
  return { profile: parseIdentity(root), suites: parseSuites(root) };
}

function checkVersion(root: XmlElement, file: string): void {
  const major = attributeOf(root, 'requiredMajor');
  if (major !== undefined && Number(major) > MAJOR_VERSION) {
    throw new AppLoadError(
      `the app asks for CommCare ${major}.${attributeOf(root, 'requiredMinor') ?? '0'}, and apps for CommCare ${MAJOR_VERSION} are understood`,
      file,
      'Build the app for an earlier version of CommCare.',
    );
  }
}

function parseIdentity(root: XmlElement): AppProfile {
  return {
    uniqueId: attributeOf(root, 'uniqueid') ?? '',
    name: attributeOf(root, 'name') ?? '',
    version: Number(attributeOf(root, 'version')) || 0,
    properties: parseProperties(root),
  };
}

function parseProperties(root: XmlElement): Record<string, string> {
  const pairs = childrenNamed(root, 'property').map((property): [string, string] => [
    attributeOf(property, 'key') ?? '',
    attributeOf(property, 'value') ?? '',
  ]);
  return Object.fromEntries(pairs);
}

function parseSuites(root: XmlElement): ResourceLocation[] {
  const locations: ResourceLocation[] = [];
  for (const suite of childElements(root)) {
    if (suite.name !== 'suite') continue;
    const location = parseResource(suite);
    if (location !== undefined) locations.push(location);
  }
  return locations;
}

/** The location of the `<resource>` inside an element: the local one if there is one. */
export function parseResource(element: XmlElement): ResourceLocation | undefined {
  const resource = childNamed(element, 'resource');
  if (resource === undefined) return undefined;
  const locations = childrenNamed(resource, 'location');
  const local = locations.find((location) => attributeOf(location, 'authority') === 'local');
  const location = local ?? locations[0];
  return (
    location && {
      id: attributeOf(resource, 'id') ?? '',
      path: textOf(location).trim(),
      isLocal: local !== undefined || location === undefined,
      line: location.line,
    }
  );
}
