// The modules that `dist/embed/xf-form.js` does not bring along: it fetches each when a form calls for it. The sources import them
// like any other; this plugin for the bundler puts in their place what stands in for them (`src/platform/missing-part.ts`).
import { readFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { projectFolder } from './setup.js';

/** What expressions are compiled with that are more than names, comparisons and calls. */
export const RICH_EXPRESSIONS = [
  'src/xpath/any-step.ts',
  'src/xpath/filter-expression.ts',
  'src/xpath/operators.ts',
  'src/xpath/union.ts',
];

/**
 * What a form calls for as it is opened, or a text as it is shown: modules that are fetched together. All their exports are functions,
 * or objects that are only read.
 */
const groups = [
  ['src/xml/parse-xml-carefully.ts'],
  RICH_EXPRESSIONS,
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

/**
 * What every form needs from its first answer on, and some call for as they are opened. They come in one file with the machine that
 * takes answers, while the questions are already read. All their exports that are used elsewhere are functions.
 */
const answering = [
  'src/machines/pages.ts',
  'src/xforms/calendar/calendar.ts',
  'src/xforms/choice-label.ts',
  'src/xforms/datatype/geo-lexical.ts',
  'src/xforms/definition/parse-itext.ts',
  'src/xforms/instance/saved-refusals.ts',
  'src/xforms/instance/serialize-instance.ts',
  'src/xforms/pulldata.ts',
  'src/xforms/refusal.ts',
  'src/xforms/screens.ts',
  'src/xforms/secondary/read-secondary-instance.ts',
  'src/xml/replace-element.ts',
  'src/xml/serialize-xml.ts',
  'src/xpath/commcare-path.ts',
  'src/xpath/date-text.ts',
  'src/xpath/impossible-nodes.ts',
  'src/xpath/index-key.ts',
  'src/xpath/sole-key.ts',
  'src/xpath/static-node.ts',
];

const STAND_IN = '\0stand-in:';
/** The module that has all of these. */
export const ANSWERING = 'virtual:answering';
const ANSWERING_PARTS = 'virtual:answering-parts';
const ANSWERING_STAND_IN = `${STAND_IN}answering:`;
const MISSING_PART = inProject('src/platform/missing-part.ts');
const ELEMENTS_ON_DEMAND = inProject('src/elements/form/elements-on-demand.ts');

/** The plugin. */
export const onDemand = {
  name: 'on-demand',
  enforce: 'pre',
  resolveId(source, importer, { kind }) {
    if (source === ANSWERING || source === ANSWERING_PARTS) return source;
    if (kind !== 'import-statement' || !source.startsWith('.') || importer === undefined)
      return null;
    const file = fileInProject(join(dirname(importer), source));
    if (answering.includes(file))
      return answering.includes(fileInProject(importer)) ? null : `${ANSWERING_STAND_IN}${file}`;
    if (elements.includes(file)) return `${STAND_IN}${file}`;
    const group = groups.find((files) => files.includes(file));
    return group === undefined ? null : `${STAND_IN}${group.join('+')}`;
  },
  load(id) {
    if (id === ANSWERING) return allAnswering();
    if (id === ANSWERING_PARTS) return answeringParts();
    if (id.startsWith(ANSWERING_STAND_IN))
      return answeringStandIns(id.slice(ANSWERING_STAND_IN.length));
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

/** What uses a function of these before they are there comes upon a missing part; from then on it uses the function itself. */
async function answeringStandIns(file) {
  const names = await exportsOf(file);
  return `import { standIn, onFetched } from '${ANSWERING_PARTS}';
    ${names.map((name) => `export let ${name} = standIn('${name}');`).join('\n')}
    onFetched((parts) => { ${names.map((name) => `${name} = parts.${name};`).join(' ')} });`;
}

function answeringParts() {
  return `import { answeringParts } from ${MISSING_PART};
    export const { standIn, onFetched } = answeringParts(() => import('${ANSWERING}'));`;
}

async function allAnswering() {
  const names = (await Promise.all(answering.map(exportsOf))).flat();
  const twice = names.find((name, at) => names.indexOf(name) < at);
  if (twice !== undefined) throw new Error(`Two modules of scripts/on-demand.js export ${twice}: name them apart.`); // prettier-ignore
  return answering.map((file) => `export * from ${inProject(file)};`).join('\n');
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

function fileInProject(path) {
  return relative(projectFolder, path).replaceAll(sep, '/');
}

function inProject(file) {
  return JSON.stringify(join(projectFolder, file).replaceAll(sep, '/'));
}
