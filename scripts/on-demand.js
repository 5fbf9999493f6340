// The modules that `dist/embed/xf-form.js` does not bring along: it fetches each when a form calls for it. The sources import them
// like any other; this plugin for the bundler puts in their place what stands in for them (`src/platform/missing-part.ts`).
import { readFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { projectFolder } from './setup.js';

/**
 * What a form calls for as it is opened, or a text as it is shown: modules that are fetched together. All their exports are functions,
 * or objects that are only read.
 */
const groups = [
  ['src/xml/parse-xml-carefully.ts'],
  ['src/xpath/functions/commcare.ts'],
  ['src/xpath/functions/odk.ts'],
  ['src/xpath/functions/rare-functions.ts'],
  ['src/xpath/functions/heavy-functions.ts'],
  ['src/xforms/markdown/parse-markdown.ts', 'src/elements/shared/render-formatted.ts'],
  ['src/xforms/secondary/parse-csv.ts', 'src/xforms/secondary/table-document.ts'],
  ['src/xforms/secondary/parse-geojson.ts'],
  ['src/xforms/definition/parse-action.ts', 'src/xforms/run-actions.ts'],
  ['src/xforms/definition/parse-entities.ts'],
  ['src/xforms/prefill.ts'],
  ['src/xforms/instance/fit-instance.ts', 'src/xforms/instance/edited-instance.ts'],
  ['src/elements/form/combobox-controller.ts'],
  ['src/elements/form/resting-question.ts', 'src/elements/form/resting-item.ts'],
  ['src/elements/strings/en/app.ts'],
  ['src/elements/strings/en/control.ts'],
  ['src/elements/strings/en/case.ts'],
  ['src/elements/strings/en/owner.ts'],
];

/** What a form calls for by a control, and what stands around its questions. Each module defines the element that it is named after. */
const elements = [
  'src/elements/form/xf-address.ts',
  'src/elements/form/xf-barcode.ts',
  'src/elements/form/xf-counter.ts',
  'src/elements/form/xf-cycle.ts',
  'src/elements/form/xf-date.ts',
  'src/elements/form/xf-geopoint.ts',
  'src/elements/form/xf-geotrace.ts',
  'src/elements/form/xf-group.ts',
  'src/elements/form/xf-help.ts',
  'src/elements/form/xf-image-map.ts',
  'src/elements/form/xf-keys.ts',
  'src/elements/form/xf-languages.ts',
  'src/elements/form/xf-outline.ts',
  'src/elements/form/xf-problems.ts',
  'src/elements/form/xf-range.ts',
  'src/elements/form/xf-rank.ts',
  'src/elements/form/xf-rating.ts',
  'src/elements/form/xf-recorder.ts',
  'src/elements/form/xf-repeat.ts',
  'src/elements/form/xf-screen.ts',
  'src/elements/form/xf-select-list.ts',
  'src/elements/form/xf-signature.ts',
  'src/elements/form/xf-trigger.ts',
  'src/elements/form/xf-undo.ts',
  'src/elements/form/xf-unsupported.ts',
  'src/elements/form/xf-upload.ts',
];

const STAND_IN = '\0stand-in:';
const MISSING_PART = inProject('src/platform/missing-part.ts');
const ELEMENTS_ON_DEMAND = inProject('src/elements/form/elements-on-demand.ts');

/** The plugin. */
export const onDemand = {
  name: 'on-demand',
  enforce: 'pre',
  resolveId(source, importer, { kind }) {
    if (kind !== 'import-statement' || !source.startsWith('.') || importer === undefined)
      return null;
    const file = relative(projectFolder, join(dirname(importer), source)).replaceAll(sep, '/');
    if (elements.includes(file)) return `${STAND_IN}${file}`;
    const group = groups.find((files) => files.includes(file));
    return group === undefined ? null : `${STAND_IN}${group.join('+')}`;
  },
  load(id) {
    if (!id.startsWith(STAND_IN)) return null;
    const files = id.slice(STAND_IN.length).split('+');
    return elements.includes(files[0]) ? elementStandIn(files[0]) : standIns(files);
  },
};

async function standIns(files) {
  const names = (await Promise.all(files.map(exportsOf))).flat();
  const imports = files.map((file) => `import(${inProject(file)})`).join(', ');
  return `import { standInsFor } from ${MISSING_PART};
    const standIn = standInsFor(async () => Object.assign({}, ...(await Promise.all([${imports}]))));
    ${names.map((name) => `export const ${name} = /* @__PURE__ */ standIn('${name}');`).join('\n')}`;
}

function elementStandIn(file) {
  const [, tag] = /([\w-]+)\.ts$/.exec(file);
  return `import { elementOnDemand } from ${ELEMENTS_ON_DEMAND};
    elementOnDemand('${tag}', () => import(${inProject(file)}));`;
}

/** The values that a module of ours exports: it names each where it defines it. */
async function exportsOf(file) {
  const source = await readFile(join(projectFolder, file), 'utf8');
  return [...source.matchAll(/^export (?:const|function\*?|class) (\w+)/gm)].map(
    ([, name]) => name,
  );
}

function inProject(file) {
  return JSON.stringify(join(projectFolder, file).replaceAll(sep, '/'));
}
