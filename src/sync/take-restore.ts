import type { CaseId } from '../case/case.ts';
import type { Registration, Restore } from '../openrosa/restore.ts';
import type { DepartedCase } from './departed-case.ts';
import { atPace, NO_PAUSES } from './pace.ts';
import type { Pace } from './pace.ts';
import { planRestore } from './plan-restore.ts';
import type { RestorePlan } from './plan-restore.ts';
import { USER_GROUPS } from './user-groups.ts';
import type { UserSandbox } from './user-sandbox.ts';

/** How a restore was taken in. `refused`: it is not for this user; nothing was changed. */
export type TakenRestore =
  | {
      readonly kind: 'taken';
      /** Cases that came or changed. */
      readonly changed: readonly CaseId[];
      readonly departed: readonly DepartedCase[];
      readonly problems: readonly string[];
    }
  | { readonly kind: 'refused'; readonly message: string };

export interface TakeOptions {
  /** It answers a request without a sync token: what it does not bring is gone. */
  readonly full: boolean;
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly now: number;
  /** Without it the work is done without a pause. */
  readonly pace?: Pace | undefined;
}

/** Takes a restore into sandbox and store, in one transaction, under the forms that still wait. */
export async function takeRestore(
  sandbox: UserSandbox,
  restore: Restore,
  options: TakeOptions,
): Promise<TakenRestore> {
  const registration = restore.registration ?? sandbox.record?.registration;
  const obstacle = obstacleTo(registration, sandbox);
  if (registration === undefined || obstacle !== undefined) {
    return { kind: 'refused', message: obstacle ?? NO_USER };
  }
  const plan = await sandbox.commitRestore(({ outbox }) => {
    const steps = planRestore(restore, registration, options.full, {
      held: sandbox.database,
      userGroups: sandbox.fixtures.get(USER_GROUPS),
      ledgers: sandbox.record?.ledgers,
      outbox,
      now: options.now,
    });
    return atPace(steps, options.pace ?? NO_PAUSES);
  });
  return taken(plan);
}

const NO_USER = 'The restore has no <Registration>: it does not say whose cases it holds';

/** Another user's cases must not get in here: a second tab may have signed somebody else in. */
function obstacleTo(
  registration: Registration | undefined,
  sandbox: UserSandbox,
): string | undefined {
  if (registration === undefined) return NO_USER;
  if (registration.userId === sandbox.userId) return undefined;
  return `The restore is for user ${registration.username} (${registration.userId}), not for ${sandbox.userId}`;
}

function taken({ commit, departed, problems }: RestorePlan): TakenRestore {
  return { kind: 'taken', changed: commit.puts.map((of) => of.caseId), departed, problems };
}
