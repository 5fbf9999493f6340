import { expect } from 'chai';
import { applyCaseTransactions } from '../../../src/case/apply-case-transactions.ts';
import type { Case } from '../../../src/case/case.ts';
import { readCaseTransactions } from '../../../src/case/read-case-transactions.ts';
import type { AppDefinition } from '../../../src/suite/app-definition.ts';
import { AppSession } from '../../../src/suite/app-session.ts';
import { isSharingAssertion } from '../../../src/suite/assertion.ts';
import type { FormScreen } from '../../../src/suite/screen.ts';
import { parseForm } from '../../../src/xforms/definition/parse-form.ts';
import { FormInstance } from '../../../src/xforms/form-instance.ts';
import type { Edit } from '../../../src/xforms/transaction.ts';
import { exampleWorld } from '../example-world.ts';

/** A worker with the app open: chooses, answers and finishes as a person does. */
export class Worker {
  readonly app: AppDefinition;
  readonly session: AppSession;
  #form: FormInstance | undefined;
  readonly #world;

  constructor(app: AppDefinition, cases: readonly Case[] = [], language = 'en') {
    this.app = app;
    this.#world = exampleWorld(cases, { language, handlesAssertion: isSharingAssertion });
    this.session = new AppSession(this.app, this.#world);
  }

  get form(): FormInstance {
    if (this.#form === undefined) throw new Error('No form is open');
    return this.#form;
  }

  open(command: string): void {
    const screen = this.session.choose(command) as FormScreen;
    expect(screen.kind, JSON.stringify(screen)).to.equal('form');
    const source = this.app.forms.get(screen.xmlns);
    const definition = parseForm(source?.text ?? '', source?.path ?? '');
    this.#form = FormInstance.create(definition, {
      environment: {
        ...this.#world.environment,
        instance: (src, id) => this.session.instance(src, id),
      },
      language: this.#world.language,
    });
    expect(this.form.problems).to.deep.equal([]);
  }

  answer(answers: Readonly<Record<string, string>>): void {
    for (const [ref, value] of Object.entries(answers)) {
      const edit: Edit = { kind: 'setValue', ref, value };
      const { refusals } = this.form.transact([edit], { source: 'user' });
      expect(refusals, `${ref} = ${value}`).to.deep.equal([]);
    }
    expect(this.form.problems).to.deep.equal([]);
  }

  value(ref: string): string {
    return this.form.node(ref)?.text ?? '(none)';
  }

  /** The cases after this form, by the rules of the device; `owner` stands in for the case-management step. */
  submit(owner: string, before: readonly Case[] = []): Case[] {
    const create = this.form.node('/data/case/create/owner_id');
    if (create !== undefined) {
      const edit: Edit = { kind: 'setValue', ref: '/data/case/create/owner_id', value: owner };
      this.form.transact([edit], { source: 'caseManagement' });
    }
    expect(this.form.validate().map(({ node }) => node.ref)).to.deep.equal([]);
    this.form.revalidate();
    const transactions = readCaseTransactions(this.form.submissionElement());
    const find = (id: string) => before.find(({ caseId }) => caseId === id);
    const changes = applyCaseTransactions(find, transactions, {
      mode: 'device',
      userId: 'user1',
      now: '2026-06-15T12:00:00Z',
    });
    return changes.map(({ after }) => after).filter((of) => of !== undefined);
  }
}
