// What tools and editors read about the elements, made from the doc comments in the sources: `custom-elements.json` (Custom Elements
// Manifest), `web-types.json` (JetBrains) and `vscode.html-custom-data.json`.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { create, ts } from '@custom-elements-manifest/analyzer';
import { litPlugin } from '@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js';
import { projectFolder } from './setup.js';

const folders = ['src/elements/form', 'src/elements/case'];

/** Elements for other people's pages; the others are what these are made of, and may change. */
export const publicTags = ['xf-form', 'case-app', 'case-list'];

/** The Custom Elements Manifest of all elements for forms and case work: what is public of each. */
export async function elementsManifest() {
  const modules = await Promise.all((await elementFiles()).map(parsed));
  const manifest = create({ modules, plugins: litPlugin(), context: { dev: false } });
  const found = manifest.modules.map(publicPart).filter((each) => each.declarations.length > 0);
  return { schemaVersion: manifest.schemaVersion, readme: 'docs/embedding.md', modules: found };
}

async function elementFiles() {
  const names = await Promise.all(
    folders.map(async (folder) =>
      (await readdir(join(projectFolder, folder)))
        .filter((name) => /^(xf|case)-[\w-]+\.ts$/.test(name))
        .map((name) => `${folder}/${name}`),
    ),
  );
  return names.flat().sort();
}

async function parsed(file) {
  const text = await readFile(join(projectFolder, file), 'utf8');
  return ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
}

function publicPart({ path, declarations = [], exports = [] }) {
  const elements = declarations.filter(({ tagName }) => tagName !== undefined).map(publicElement);
  const names = new Set(elements.map(({ name }) => name));
  return {
    kind: 'javascript-module',
    path,
    declarations: elements,
    exports: exports.filter(({ declaration }) => names.has(declaration.name)),
  };
}

function publicElement(element) {
  const { members = [], attributes = [], events = [], ...rest } = element;
  // The analyzer also finds what is fired, but not under which name.
  const documented = events.filter(({ name }) => /^(?:xf|case)-/.test(name ?? ''));
  return { ...rest, members: members.filter(isPublic), attributes, events: documented };
}

/** Lit's own callbacks are no part of what a page uses. */
function isPublic({ name, privacy, static: isStatic, description, inheritedFrom }) {
  if (privacy === 'private' || privacy === 'protected' || isStatic || inheritedFrom) return false;
  return description !== undefined || !lifecycle.test(name);
}

const lifecycle =
  /^(className|render|connectedCallback|disconnectedCallback|focus|form\w+Callback|\w*[uU]pdate\w*|#.*)$/;

/** What JetBrains' editors read. */
export function webTypes(manifest, { name, version }) {
  return {
    $schema: 'https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json',
    name,
    version,
    'description-markup': 'markdown',
    contributions: { html: { elements: publicElements(manifest).map(webType) } },
  };
}

function webType({
  tagName,
  summary,
  attributes,
  members,
  events = [],
  slots = [],
  cssParts = [],
}) {
  return {
    name: tagName,
    description: summary,
    attributes: attributes.map(({ name, description, type }) => ({
      ...{ name, description },
      value: { type: type?.text },
    })),
    slots: slots.map(described),
    js: {
      properties: members
        .filter(({ kind }) => kind === 'field')
        .map(({ name, description, type }) => ({ name, description, type: type?.text })),
      events: events.map(described),
    },
    css: { parts: cssParts.map(described) },
  };
}

const described = ({ name, description }) => ({ name, description });

/** What VS Code reads (`html.customData`). */
export function vscodeData(manifest) {
  return {
    version: 1.1,
    tags: publicElements(manifest).map(({ tagName, summary, attributes }) => ({
      name: tagName,
      description: summary,
      attributes: attributes.map(({ name, description, type }) => ({
        ...{ name, description },
        ...valuesOf(type?.text ?? ''),
      })),
    })),
  };
}

/** `'off' | 'local'` as a choice. */
function valuesOf(type) {
  const values = [...type.matchAll(/'([^']+)'/g)].map(([, name]) => ({ name }));
  return values.length === 0 ? {} : { values };
}

function publicElements({ modules }) {
  const all = modules.flatMap(({ declarations }) => declarations);
  return publicTags.map((tag) => all.find(({ tagName }) => tagName === tag));
}
