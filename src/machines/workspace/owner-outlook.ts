import type { OwnerId } from '../../case/case.ts';
import { lookUpOwners } from '../../case/ownership/computed-owner.ts';
import type { OwnerCandidate } from '../../case/ownership/owner-candidate.ts';
import type { OwnerPlan, OwnerProblem } from '../../case/ownership/owner-resolution.ts';
import { isOwnerProblem } from '../../case/ownership/owner-resolution.ts';
import type { OwningUser } from '../../case/ownership/owning-user.ts';
import { resolveOwner } from '../../case/ownership/resolve-owner.ts';
import type { SharingRules } from '../../case/ownership/sharing-rules.ts';
import { withShortNames } from '../../case/ownership/with-short-names.ts';
import { NO_CANDIDATE } from '../../openrosa/no-candidate-fixture.ts';
import type { OwnerStanding } from '../../openrosa/owner-standing.ts';
import { ownerStanding } from '../../openrosa/owner-standing.ts';
import type { AppSession } from '../../suite/app-session.ts';
import { sharingRulesOf } from '../../suite/sharing-rules-of.ts';
import type { RestoreRecord } from '../../sync/restore-record.ts';
import { LOCATIONS, USER_GROUPS } from '../../sync/user-groups.ts';
import { FormDefinitions } from './form-definitions.ts';
import type { WorkspaceInput } from './workspace-input.ts';

type OutlookInput = Pick<WorkspaceInput, 'app' | 'sandbox' | 'user'>;

/** Who could own what the user registers in the app, and what stands in the way of it, before a form is opened. */
export class OwnerOutlook {
  readonly #input: OutlookInput;
  readonly #session: Pick<AppSession, 'evaluate'>;
  #known: { readonly of: RestoreRecord | undefined; readonly standing: OwnerStanding } | undefined;

  constructor(input: OutlookInput, session: Pick<AppSession, 'evaluate'>) {
    this.#input = input;
    this.#session = session;
  }

  /** Groups and locations that may own what the user registers. */
  get candidates(): readonly OwnerCandidate[] {
    return this.#standing().candidates;
  }

  /** The user as the one who registers, with what decides about owners. */
  get owningUser(): OwningUser {
    const { primaryLocationId, noCandidateReason } = this.#standing();
    return { ...this.#input.user, primaryLocationId, noCandidateReason };
  }

  /** Which cases of the app are shared, and how their owner is found. */
  get sharing(): SharingRules {
    return sharingRulesOf(this.#input.app);
  }

  /** Why the cases that the form of this namespace creates would have no clear owner; `undefined` when they would. */
  problemOf(xmlns: string | undefined): OwnerProblem | undefined {
    const plans = xmlns === undefined ? [] : this.#plansOf(xmlns);
    const known = lookUpOwners(plans, (expression, instances) =>
      this.#session.evaluate(expression, instances),
    );
    const resolution = resolveOwner(known, this.candidates, this.owningUser);
    return isOwnerProblem(resolution) ? resolution : undefined;
  }

  /** The name of an owner: a group or location of the user, or the user; `undefined` for anybody else. */
  nameOf(ownerId: OwnerId): string | undefined {
    const { userId, name } = this.#input.user;
    if (ownerId === userId) return name;
    return withShortNames(this.candidates).find(({ id }) => id === ownerId)?.name;
  }

  /** Read once for each restore: a menu asks for every one of its choices. */
  #standing(): OwnerStanding {
    const { record, fixtures } = this.#input.sandbox;
    const known = this.#known;
    if (known !== undefined && known.of === record) return known.standing;
    const standing = ownerStanding({
      groups: fixtures.get(USER_GROUPS)?.root,
      noCandidate: fixtures.get(NO_CANDIDATE)?.root,
      locations: fixtures.get(LOCATIONS)?.root,
      userData: record?.registration.userData ?? {},
    });
    this.#known = { of: record, standing };
    return standing;
  }

  #plansOf(xmlns: string): readonly OwnerPlan[] {
    const { app } = this.#input;
    const form = app.forms.get(xmlns);
    return form === undefined ? [] : FormDefinitions.of(app).plansOf(form);
  }
}
