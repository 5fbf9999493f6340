import type { InspectionEvent } from 'xstate';
import { readOwnerPlan } from '../../case/ownership/read-owner-plan.ts';
import type { OwnerPlan } from '../../case/ownership/owner-resolution.ts';
import type { AppSessionActor } from '../../machines/app-session.ts';
import type { CaseManagementActor } from '../../machines/case-management.ts';
import type { FormEntryActor } from '../../machines/form-entry.ts';
import type { AppDefinition } from '../../suite/app-definition.ts';
import { sharingRulesOf } from '../../suite/sharing-rules-of.ts';
import { FormParseError } from '../../xforms/definition/form-parse-error.ts';
import type { FormDefinition } from '../../xforms/definition/form-definition.ts';
import { parseForm } from '../../xforms/definition/parse-form.ts';
import type { FormInstance } from '../../xforms/form-instance.ts';
import { XmlParseError } from '../../xml/xml-parse-error.ts';
import type { Branch } from './branch.ts';
import { branchId } from './branch.ts';
import { formBranches } from './form-branches.ts';
import { FormWatcher } from './form-watcher.ts';

/** What was seen of one form. */
export interface FormCoverage {
  readonly form: FormDefinition;
  readonly branches: readonly Branch[];
  /** How often each branch was taken, by its id; one that is not there was never taken. */
  readonly taken: ReadonlyMap<string, number>;
}

/**
 * Which ways through its forms an app has been taken. It listens as a recorder does: hand {@link inspect} to whatever plays, and name the
 * apps with {@link addApp}, so that a form that nobody opens is counted, too.
 */
export class Coverage {
  readonly #forms = new Map<string, KnownForm>();
  readonly #taken = new Map<string, Map<string, number>>();
  readonly #watched = new WeakSet<FormInstance>();
  #total = 0;

  /** Forms that cannot be read are left out: opening them says why. */
  addApp(app: AppDefinition): void {
    const rules = sharingRulesOf(app);
    for (const { xmlns, text, path } of app.forms.values()) {
      if (this.#forms.has(xmlns)) continue;
      const form = readForm(text, path);
      if (form === undefined) continue;
      const branches = formBranches(form, readOwnerPlan(text, rules));
      this.#forms.set(xmlns, { form, branches, ids: new Set(branches.map(({ id }) => id)) });
    }
  }

  /** In the order in which their apps have them. */
  get forms(): readonly FormCoverage[] {
    return [...this.#forms].map(([xmlns, known]) => ({ ...known, taken: this.#takenOf(xmlns) }));
  }

  form(xmlns: string): FormCoverage | undefined {
    const known = this.#forms.get(xmlns);
    return known && { ...known, taken: this.#takenOf(xmlns) };
  }

  /** How many branches have been taken at least once. */
  get total(): number {
    return this.#total;
  }

  /** Hears what happens in the machines. */
  readonly inspect = (inspected: InspectionEvent): void => {
    if (inspected.type !== '@xstate.snapshot') return;
    const { actorRef } = inspected;
    const { id, logic } = actorRef as unknown as Described;
    if (id === 'formEntry') this.#formEntry(actorRef as unknown as FormEntryActor);
    else if (id === 'caseManagement')
      this.#caseManagement(actorRef as unknown as CaseManagementActor);
    else if (logic?.id === 'appSession') this.#session(actorRef as unknown as AppSessionActor);
  };

  #formEntry(actor: FormEntryActor): void {
    const { context, value } = actor.getSnapshot();
    const { form, plans } = context;
    if (!this.#watched.has(form)) {
      this.#watched.add(form);
      new FormWatcher(form, (branch) => this.#take(form.definition.xmlns, branch)).watch();
    }
    if (value === 'submitted') this.#submitted(form, plans);
  }

  #submitted(form: FormInstance, plans: readonly OwnerPlan[]): void {
    const { xmlns } = form.definition;
    const { branches = [] } = this.#forms.get(xmlns) ?? {};
    for (const { id, kind, ref } of branches) {
      if (kind === 'case' && form.nodesOf(ref).some(({ relevant }) => relevant))
        this.#take(xmlns, id);
    }
    for (const { ref } of plans) {
      const owners = form.nodesOf(`${ref}/create/owner_id`);
      if (owners.some(({ relevant, lexical }) => relevant && lexical !== ''))
        this.#take(xmlns, branchId('owner', ref, 'resolved'));
    }
  }

  #caseManagement(actor: CaseManagementActor): void {
    const { value, context } = actor.getSnapshot();
    const { form, ownerless, resolution } = context;
    if (value === 'askingOwner')
      for (const { plan } of ownerless) this.#owner(form.definition.xmlns, plan, 'asked');
    if (value !== 'blocked' || !('creates' in resolution)) return;
    for (const plan of resolution.creates)
      this.#owner(form.definition.xmlns, plan, resolution.kind);
  }

  /** What the person is told before the form opens. */
  #session(actor: AppSessionActor): void {
    const { value, context } = actor.getSnapshot();
    const { explained, workspace } = context;
    if (value !== 'explainingOwner' || explained === undefined) return;
    const { choice, problem } = explained;
    const xmlns = workspace?.app.entries.get(choice)?.xmlns ?? '';
    for (const plan of problem.creates) this.#owner(xmlns, plan, problem.kind);
  }

  #owner(xmlns: string, { ref }: OwnerPlan, outcome: string): void {
    this.#take(xmlns, branchId('owner', ref, outcome));
  }

  /** What is the same for everybody is no branch, and not counted. */
  #take(xmlns: string, branch: string): void {
    if (!this.#forms.get(xmlns)?.ids.has(branch)) return;
    const taken = this.#takenOf(xmlns);
    const before = taken.get(branch) ?? 0;
    if (before === 0) this.#total += 1;
    taken.set(branch, before + 1);
  }

  #takenOf(xmlns: string): Map<string, number> {
    const known = this.#taken.get(xmlns);
    if (known !== undefined) return known;
    const taken = new Map<string, number>();
    this.#taken.set(xmlns, taken);
    return taken;
  }
}

interface KnownForm {
  readonly form: FormDefinition;
  readonly branches: readonly Branch[];
  readonly ids: ReadonlySet<string>;
}

interface Described {
  readonly id: string;
  readonly logic?: { readonly id?: string };
}

function readForm(text: string, path: string): FormDefinition | undefined {
  try {
    return parseForm(text, path);
  } catch (error) {
    if (error instanceof FormParseError || error instanceof XmlParseError) return undefined;
    throw error;
  }
}
