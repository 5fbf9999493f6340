import type { Case, CaseId } from '../case/case.ts';
import type { Draft } from './draft.ts';

/** Something that is another now than when a form was begun. */
export type DraftChange =
  | { readonly kind: 'form'; readonly before: string; readonly now: string }
  | { readonly kind: 'caseGone'; readonly caseName: string }
  | { readonly kind: 'caseClosed'; readonly caseName: string }
  | {
      readonly kind: 'property';
      readonly caseName: string;
      readonly property: string;
      readonly before: string;
      readonly now: string;
    };

/**
 * What has changed underneath a draft since it was begun: the version of its form (`formVersion`, where it is known), and the cases
 * that it was opened with, `find` giving them as they are now. Empty for drafts that do not know how it was.
 */
export function draftChanges(
  draft: Pick<Draft, 'formVersion' | 'openedWith'>,
  find: (id: CaseId) => Case | undefined,
  formVersion?: string,
): readonly DraftChange[] {
  return [
    ...formChanges(draft.formVersion, formVersion),
    ...(draft.openedWith ?? []).flatMap((of) => caseChanges(of, find(of.caseId))),
  ];
}

function formChanges(before: string | undefined, now: string | undefined): readonly DraftChange[] {
  if (before === undefined || now === undefined || before === now) return [];
  return [{ kind: 'form', before, now }];
}

function caseChanges(before: Case, now: Case | undefined): readonly DraftChange[] {
  const { caseName } = before;
  if (now === undefined) return [{ kind: 'caseGone', caseName }];
  const closed: DraftChange[] =
    before.status === 'open' && now.status === 'closed' ? [{ kind: 'caseClosed', caseName }] : [];
  return [...closed, ...propertyChanges(before, now)];
}

function propertyChanges(before: Case, now: Case): readonly DraftChange[] {
  const [then, today] = [valuesOf(before), valuesOf(now)];
  const names = new Set([...Object.keys(then), ...Object.keys(today)]);
  return [...names].flatMap((property) => {
    const [was, is] = [then[property] ?? '', today[property] ?? ''];
    const { caseName } = before;
    return was === is ? [] : [{ kind: 'property', caseName, property, before: was, now: is }];
  });
}

function valuesOf({ caseName, ownerId, properties }: Case): Readonly<Record<string, string>> {
  return { ...properties, case_name: caseName, owner_id: ownerId };
}
