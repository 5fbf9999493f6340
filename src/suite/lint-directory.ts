import { candidates } from '../case/ownership/candidates.ts';
import { directoryIndex } from '../case/ownership/directory-index.ts';
import type { Directory, DirectoryUser } from '../case/ownership/directory.ts';
import { noCandidateReason } from '../case/ownership/no-candidate-reason.ts';
import type { OwnerPlan, OwnerProblem } from '../case/ownership/owner-resolution.ts';
import { isOwnerProblem } from '../case/ownership/owner-resolution.ts';
import { readOwnerPlan } from '../case/ownership/read-owner-plan.ts';
import { resolveOwner } from '../case/ownership/resolve-owner.ts';
import type { AppDefinition, AppForm } from './app-definition.ts';
import type { AppProblem } from './app-problem.ts';
import { warningsOf } from './lint-owners.ts';
import { sharingRulesOf } from './sharing-rules-of.ts';

/** The people of a project and what they belong to. */
export interface LintedProject {
  readonly directory: Directory;
  readonly users: readonly (DirectoryUser & { readonly username: string })[];
}

/** Something in an app that does not go with the people of a project. */
export interface DirectoryLint extends AppProblem {
  /**
   * `unknownOwner`: nobody has the id that stands in the form. `ownsNothing`: a location or group has it, and owns no
   * cases. `blockedUsers`: users who cannot register with the form, because it is not clear who would own the case.
   */
  readonly kind: 'unknownOwner' | 'ownsNothing' | 'blockedUsers';
  /** Reference of the case block in the form. */
  readonly place: string;
  readonly why: string;
  /** For `blockedUsers`: who, and the typed reason of each. */
  readonly users?: readonly { readonly username: string; readonly reason: string }[];
}

/** What of an app does not go with a project, form by form. Pure: an administrator's page may ask it as well as a command. */
export function lintDirectory(app: AppDefinition, project: LintedProject): DirectoryLint[] {
  return [...app.forms.values()].flatMap((form) => [
    ...ownerLints(app, form, project),
    ...blockedLints(app, form, project),
  ]);
}

function ownerLints(app: AppDefinition, form: AppForm, project: LintedProject): DirectoryLint[] {
  return warningsOf(form, sharingRulesOf(app)).flatMap(({ kind, owner, plan }) => {
    const text = kind === 'fixed' ? ownerText(owner, project) : undefined;
    return text === undefined ? [] : [{ ...text, ...placeOf(form, plan.ref) }];
  });
}

function ownerText(
  owner: string,
  { directory, users }: LintedProject,
): Pick<DirectoryLint, 'kind' | 'message' | 'why' | 'remedy'> | undefined {
  const why = 'The case is kept, and nobody ever sees it.';
  const { tree } = directoryIndex(directory);
  const location = tree.get(owner);
  const group = directory.groups.find(({ groupId }) => groupId === owner);
  if (location !== undefined && !tree.ownsCases(location)) {
    const message = `The owner ${owner} is the location ${location.name}, whose level owns no cases.`;
    const remedy = `Tick “Owns Cases” in the organization level ${tree.levelName(location)}, or give another owner.`;
    return { kind: 'ownsNothing', message, why, remedy };
  }
  if (group !== undefined && !group.caseSharing) {
    const message = `The owner ${owner} is the group ${group.name}, which shares no cases.`;
    const remedy = 'Switch case sharing on in the group, or give another owner.';
    return { kind: 'ownsNothing', message, why, remedy };
  }
  if (location ?? group ?? users.find(({ userId }) => userId === owner)) return undefined;
  const message = `Nobody in the project has the id ${owner}, which the form gives as owner.`;
  const remedy = 'Take the id from the user’s groups, locations or data.';
  return { kind: 'unknownOwner', message, why, remedy };
}

function blockedLints(app: AppDefinition, form: AppForm, project: LintedProject): DirectoryLint[] {
  const plans = readOwnerPlan(form.text, sharingRulesOf(app));
  const users = project.users.flatMap((user) => {
    const reason = blockOf(plans, user, project.directory);
    return reason === undefined ? [] : [{ username: user.username, reason }];
  });
  if (users.length === 0) return [];
  const names = users.map(({ username, reason }) => `${username} (${reason})`).join(', ');
  return [
    {
      kind: 'blockedUsers',
      ...placeOf(form, plans.find(({ source }) => source === 'shared')?.ref ?? ''),
      message: `${users.length} of ${project.users.length} users cannot register with this form: ${names}.`,
      why: 'It is not clear which group or location would own the case, so the form is not sent.',
      remedy: 'Leave each of them one group or location that owns cases, or let the app ask.',
      users,
    },
  ];
}

/** The typed reason, or `undefined` for somebody who can register. */
function blockOf(
  plans: readonly OwnerPlan[],
  user: LintedProject['users'][number],
  directory: Directory,
): string | undefined {
  const resolution = resolveOwner(plans, candidates(user, directory), {
    userId: user.userId,
    name: user.username,
    primaryLocationId: directoryIndex(directory).locationsOf(user.userId)[0]?.locationId,
    noCandidateReason: noCandidateReason(user, directory),
  });
  return isOwnerProblem(resolution) ? reasonOf(resolution) : undefined;
}

function reasonOf(problem: OwnerProblem): string {
  return problem.kind === 'noCandidate' ? problem.reason.kind : problem.kind;
}

function placeOf({ path }: AppForm, place: string) {
  return { file: path, line: 0, place };
}
