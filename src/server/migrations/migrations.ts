import type { Migration } from './migration.ts';
import { projectMigration } from './0001-project.ts';
import { caseSearchMigration } from './0002-case-search.ts';
import { administrationMigration } from './0003-administration.ts';
import { userCasesMigration } from './0004-user-cases.ts';
import { actingMigration } from './0005-acting.ts';
import { lateFormsMigration } from './0006-late-forms.ts';
import { closeExtensionsMigration } from './0007-close-extensions.ts';
import { syncTokenOfFormsMigration } from './0008-sync-token-of-forms.ts';
import { lookupTablesMigration } from './0009-lookup-tables.ts';
import { submissionPolicyMigration } from './0010-submission-policy.ts';
import { attachmentHashesMigration } from './0011-attachment-hashes.ts';
import { checkedTogetherMigration } from './0012-checked-together.ts';
import { upstreamSessionsMigration } from './0013-upstream-sessions.ts';
import { appsMigration } from './0014-apps.ts';
import { appDigestsMigration } from './0015-app-digests.ts';
import { restorePreparationsMigration } from './0016-restore-preparations.ts';

/** All steps of the schema, in order. */
export const migrations: readonly Migration[] = [
  projectMigration,
  caseSearchMigration,
  administrationMigration,
  userCasesMigration,
  actingMigration,
  lateFormsMigration,
  closeExtensionsMigration,
  syncTokenOfFormsMigration,
  lookupTablesMigration,
  submissionPolicyMigration,
  attachmentHashesMigration,
  checkedTogetherMigration,
  upstreamSessionsMigration,
  appsMigration,
  appDigestsMigration,
  restorePreparationsMigration,
];
