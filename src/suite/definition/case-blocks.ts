import type {
  AppDocument,
  FormDocument,
  SavedAnswer,
  SavedProperties,
  Subcase,
} from './app-document.ts';
import type { CaseBlock } from './case-block.ts';
import { relevanceOf } from './case-block.ts';
import { splitPropertyPath } from './case-names.ts';
import { createOwner, ownerOfFormCase } from './create-owner.ts';
import { newCaseDatums } from './new-case-datums.ts';
import { caseById, caseIdOver, sessionCase, sessionDatum, USERCASE_ID } from './session-case.ts';
import type { XFormDraft } from './xform-draft.ts';

/** The app around a form, as far as its cases go. */
export interface CaseContext {
  /** Of the form's own case. */
  readonly caseType: string;
  readonly app: AppDocument;
}

/**
 * The case blocks of a form, its own case first, then those above it, the child cases and the user's own. The elements that
 * hold them are made on the way.
 */
export function caseBlocks(
  form: FormDocument,
  draft: XFormDraft,
  context: CaseContext,
): CaseBlock[] {
  return [
    ...mainBlocks(form, draft, context),
    ...blocksAbove(form, draft),
    ...form.subcases.map((_, index) => subcaseBlock(form, index, draft, context)),
    ...usercaseBlocks(form, draft),
  ];
}

/** What a block of no particular kind has. */
const PLAIN = {
  relevant: undefined,
  create: undefined,
  stored: undefined,
  close: undefined,
  index: undefined,
} as const;

function mainBlocks(form: FormDocument, draft: XFormDraft, context: CaseContext): CaseBlock[] {
  if (form.openCase !== undefined) return [openedBlock(form, form.openCase, draft, context)];
  if (form.requires === 'none') return [];
  return [
    {
      ...PLAIN,
      path: draft.dataPath,
      caseId: sessionDatum('case_id'),
      caseIdBy: 'bind',
      stored: sessionCase('case_id'),
      update: propertiesByIndices(form.updateCase).get('') ?? new Map(),
      close: form.closeCase,
    },
  ];
}

function openedBlock(
  form: FormDocument,
  { nameQuestion, externalIdQuestion, condition }: NonNullable<FormDocument['openCase']>,
  { dataPath }: XFormDraft,
  { caseType, app }: CaseContext,
): CaseBlock {
  const { updateCase: properties } = form;
  const owner = createOwner({ caseType, properties, parentOwner: undefined }, app, dataPath);
  return {
    ...PLAIN,
    path: dataPath,
    caseId: sessionDatum(newCaseDatums(form, caseType).opened ?? ''),
    caseIdBy: 'setvalue',
    relevant: relevanceOf(condition),
    create: { caseType, nameQuestion, owner },
    update: withExternalId(properties, externalIdQuestion),
    close: form.closeCase,
  };
}

function withExternalId(
  properties: SavedProperties,
  question: string | undefined,
): SavedProperties {
  if (question === undefined) return properties;
  return new Map([['external_id', { question, mode: 'always' }], ...properties]);
}

/** The cases above the form's own that are saved to. Where there is none above, its block is not relevant. */
function blocksAbove({ updateCase }: FormDocument, draft: XFormDraft): CaseBlock[] {
  return [...propertiesByIndices(updateCase)]
    .filter(([path]) => path !== '')
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, update]) => {
      const indices = path.split('/');
      const caseId = caseIdOver(indices, 'case_id');
      return {
        ...PLAIN,
        path: ['parents', ...indices].reduce(
          (parent, name) => draft.ensureChild(parent, name),
          draft.dataPath,
        ),
        caseId,
        caseIdBy: 'bind',
        relevant: `${caseId} != ''`,
        stored: caseById(caseId),
        update,
      };
    });
}

/** Properties apart by the indices that lead to their case, `''` for the case itself. */
function propertiesByIndices(properties: SavedProperties): ReadonlyMap<string, SavedProperties> {
  const groups = new Map<string, Map<string, SavedAnswer>>();
  for (const [path, answer] of properties) {
    const { indices, property } = splitPropertyPath(path);
    const group = groups.get(indices.join('/')) ?? new Map<string, SavedAnswer>();
    groups.set(indices.join('/'), group.set(property, answer));
  }
  return groups;
}

function subcaseBlock(
  form: FormDocument,
  position: number,
  draft: XFormDraft,
  { caseType, app }: CaseContext,
): CaseBlock {
  const subcase = form.subcases[position] as Subcase;
  const datum = newCaseDatums(form, caseType).subcases[position];
  const parentOwner = ownerOfFormCase(form, draft.dataPath);
  return {
    ...PLAIN,
    path: subcasePath(form, subcase, position, draft),
    caseId: datum === undefined ? 'uuid()' : sessionDatum(datum),
    caseIdBy: datum === undefined ? 'bind' : 'setvalue',
    relevant: relevanceOf(subcase.condition),
    create: {
      caseType: subcase.caseType,
      nameQuestion: subcase.nameQuestion,
      owner: createOwner({ ...subcase, parentOwner }, app, draft.dataPath),
    },
    update: subcase.properties,
    close: subcase.closeCondition,
    index: indexToFormCase(form, subcase, draft, caseType),
  };
}

/** None in a form that handles no case itself. */
function indexToFormCase(
  { openCase, requires }: FormDocument,
  { referenceId, relationship }: Subcase,
  { dataPath }: XFormDraft,
  caseType: string,
): CaseBlock['index'] {
  if (openCase === undefined && requires === 'none') return undefined;
  return { name: referenceId, caseType, relationship, target: `${dataPath}/case/@case_id` };
}

/** The element for the block of a child case: one of its own, or the repeat itself when no other uses it. */
function subcasePath(
  { subcases }: FormDocument,
  { repeatContext }: Subcase,
  position: number,
  draft: XFormDraft,
): string {
  const sharers = subcases.filter((other) => other.repeatContext === repeatContext);
  if (repeatContext !== undefined && sharers.length === 1) return repeatContext;
  return draft.ensureChild(repeatContext ?? draft.dataPath, `subcase_${position}`);
}

function usercaseBlocks({ usercaseUpdate }: FormDocument, draft: XFormDraft): CaseBlock[] {
  if (usercaseUpdate.size === 0) return [];
  return [
    {
      ...PLAIN,
      path: draft.ensureChild(draft.dataPath, 'commcare_usercase'),
      caseId: sessionDatum(USERCASE_ID),
      caseIdBy: 'bind',
      stored: sessionCase(USERCASE_ID),
      update: usercaseUpdate,
    },
  ];
}
