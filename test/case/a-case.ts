import type { Case, CaseIndex } from '../../src/case/case.ts';

/** A case with everything that a test does not care about filled in. */
export function aCase(caseId: string, given: Partial<Case> = {}): Case {
  return {
    caseId,
    caseType: 'patient',
    caseName: caseId,
    ownerId: 'u1',
    status: 'open',
    dateOpened: '2026-01-01',
    lastModified: '2026-01-02T03:04:05Z',
    userId: 'u1',
    externalId: '',
    category: '',
    state: '',
    properties: {},
    indices: [],
    attachments: [],
    ...given,
  };
}

export function child(target: string, name = 'parent'): CaseIndex {
  return { name, target, caseType: 'patient', relationship: 'child' };
}

export function extension(target: string, name = 'host'): CaseIndex {
  return { name, target, caseType: 'patient', relationship: 'extension' };
}
