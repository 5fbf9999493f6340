import type { AppDocument, FormDocument, SavedProperties } from './app-document.ts';
import type { CreateOwner } from './case-block.ts';
import { caseOwnerRule } from './case-owner-rule.ts';
import { sessionCase } from './session-case.ts';

/** A case that is created, as far as its owner goes. */
export interface OwnedCreate {
  readonly caseType: string;
  readonly properties: SavedProperties;
  /** The expression for the owner of the case above; `undefined` where there is none. */
  readonly parentOwner: string | undefined;
}

/** Who owns it. An `owner_id` among the saved properties comes before all rules. */
export function createOwner(
  { caseType, properties, parentOwner }: OwnedCreate,
  app: AppDocument,
  dataPath: string,
): CreateOwner {
  if (properties.has('owner_id')) return { kind: 'given' };
  const rule = caseOwnerRule(app, caseType);
  switch (rule.kind) {
    case 'shared':
    case 'unowned':
      return { kind: rule.kind };
    case 'user':
      return computed(userId(dataPath));
    case 'location':
      return computed(ids(`${OWN_LOCATION}/@${rule.level}_id`));
    case 'expression':
      return computed(ids(rule.xpath));
    case 'parent':
      return parentOwner === undefined ? withoutParent(app, dataPath) : computed(parentOwner);
  }
}

/** Who owns the form's own case: the one that it opens, or the one that was chosen for it. */
export function ownerOfFormCase(
  { openCase, requires, updateCase }: FormDocument,
  dataPath: string,
): string | undefined {
  if (openCase !== undefined)
    return updateCase.get('owner_id')?.question ?? `${dataPath}/case/create/owner_id`;
  return requires === 'case' ? `${sessionCase('case_id')}/@owner_id` : undefined;
}

/** As the app has it for cases of no type in particular. */
function withoutParent({ caseSharing }: AppDocument, dataPath: string): CreateOwner {
  return caseSharing ? { kind: 'shared' } : computed(userId(dataPath));
}

function userId(dataPath: string): string {
  return `${dataPath}/meta/userID`;
}

function computed(expression: string): CreateOwner {
  return { kind: 'computed', expression };
}

/** All that a rule yields in one text, so that several are seen as several instead of being an error of the form. */
function ids(expression: string): string {
  return `join(' ', ${expression})`;
}

const OWN_LOCATION =
  "instance('locations')/locations/location[@id=instance('commcaresession')/session/user/data/commcare_location_id]";
