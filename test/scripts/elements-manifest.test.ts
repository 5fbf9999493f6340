import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  elementsManifest,
  publicTags,
  vscodeData,
  webTypes,
  type ManifestElement,
} from '../../scripts/elements-manifest.js';
import { projectFolder } from '../support/source-file.ts';

/** The source of an element and of the files beside it that draw a part of it (`render…` functions). */
function withParts(path: string): string {
  const source = readFileSync(join(projectFolder, path), 'utf8');
  const drawn = [...source.matchAll(/import \{[^}]*\brender\w+[^}]*\} from '(\.\/[\w-]+\.ts)'/g)];
  const parts = drawn.map(([, file = '']) => join(projectFolder, dirname(path), file));
  return [source, ...parts.map((file) => readFileSync(file, 'utf8'))].join('\n');
}

describe('what tools and editors read about the elements', () => {
  let elements: readonly ManifestElement[];
  let sources: ReadonlyMap<string, string>;
  let manifest: Awaited<ReturnType<typeof elementsManifest>>;

  before(async () => {
    manifest = await elementsManifest();
    elements = manifest.modules.flatMap(({ declarations }) => declarations);
    sources = new Map(
      manifest.modules.map(({ path, declarations }) => [
        declarations[0]?.tagName ?? '',
        withParts(path),
      ]),
    );
  });

  const element = (tag: string) =>
    elements.find(({ tagName }) => tagName === tag) as ManifestElement;

  it('says something about every element, attribute, property, event, slot, part and state', () => {
    expect(elements.length).to.be.greaterThan(40);
    const silent = elements.flatMap((each) => {
      const {
        tagName,
        summary,
        attributes,
        events,
        members,
        slots = [],
        cssParts = [],
        cssStates = [],
      } = each;
      const items = [attributes, events, members, slots, cssParts, cssStates].flat();
      const lacking = items.filter(({ description = '' }) => description.trim() === '');
      return [
        ...(summary === undefined ? [tagName] : []),
        ...lacking.map(({ name }) => `${tagName} ${name}`),
      ];
    });
    expect(silent).to.deep.equal([]);
  });

  it('names every slot that an element for other pages has, and no other', () => {
    for (const tag of publicTags.filter((each) => each !== 'case-app')) {
      const rendered = [...(sources.get(tag) ?? '').matchAll(/<slot name="([\w-]+)"/g)].map(
        ([, name]) => name,
      );
      const named = (element(tag).slots ?? []).map(({ name }) => name);
      expect(new Set([...named, 'sent']), tag).to.deep.equal(new Set([...rendered, 'sent']));
    }
  });

  it('gives React a prop for every event of an element for other pages', () => {
    const wrappers = readFileSync(join(projectFolder, 'src/react.ts'), 'utf8');
    for (const { name } of element('xf-form').events) {
      const prop = `on-${name}`.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
      expect(wrappers, name).to.contain(`${prop}: '${name}'`);
    }
  });

  it('offers editors the attributes and their values', () => {
    const [form] = vscodeData(manifest).tags;
    const mode = form?.attributes.find(({ name }) => name === 'mode');
    expect(mode?.values).to.deep.equal([{ name: 'one-page' }, { name: 'one-per-screen' }]);
    const { elements: found } = webTypes(manifest, { name: 'caseload', version: '1' }).contributions
      .html;
    expect(found.map(({ name }) => name)).to.deep.equal(publicTags);
  });
});
