import type { CaseChange } from '../../case/case-change.ts';
import type { CaseTransaction } from '../../case/case-transaction.ts';
import type { CaseId } from '../../case/case.ts';
import { LATE_WITHIN, orderOfForms } from '../../case/order-of-forms.ts';
import { rebuildCase } from '../../case/rebuild-case.ts';

/** A form as the server has received it. */
export interface WorldForm {
  readonly userId: string;
  /** Milliseconds since 1970. */
  readonly receivedAt: number;
  /** The same, in ISO 8601. */
  readonly now: string;
  readonly transactions: readonly CaseTransaction[];
}

/** Which forms have made the cases what they are: somebody's late form goes where it belongs among them. */
export class WorldHistory {
  readonly #formsOf = new Map<CaseId, WorldForm[]>();
  /** Cases that a line of the recording has made: no forms can make them anew. */
  readonly #given = new Set<CaseId>();

  /** The case is from now on as a line of the recording says. */
  begin(caseId: CaseId): void {
    this.#given.add(caseId);
    this.#formsOf.delete(caseId);
  }

  /** The form has changed the case. */
  note(caseId: CaseId, form: WorldForm): void {
    this.#formsOf.set(caseId, [...this.#of(caseId), form]);
  }

  /** What the form does to a case, from what it would do if it were the last word. */
  put(form: WorldForm, change: CaseChange): CaseChange {
    const { before, after } = change;
    const earlier = this.#of(after.caseId);
    if (
      before === undefined ||
      this.#given.has(after.caseId) ||
      !isOvertaken(form, after.caseId, earlier)
    )
      return change;
    const timed = [...earlier, form].map((each) => ({
      ...each,
      changedAt: changedAt(each, after.caseId),
    }));
    return {
      before,
      after: rebuildCase(after.caseId, orderOfForms(timed)) ?? after,
      disrupted: true,
    };
  }

  #of(caseId: CaseId): readonly WorldForm[] {
    return this.#formsOf.get(caseId) ?? [];
  }
}

function isOvertaken(late: WorldForm, caseId: CaseId, earlier: readonly WorldForm[]): boolean {
  const time = changedAt(late, caseId);
  return earlier.some(
    (form) =>
      form.userId === late.userId &&
      late.receivedAt - form.receivedAt <= LATE_WITHIN &&
      changedAt(form, caseId) > time,
  );
}

/** When its user changed the case, by the form: of several blocks the last one counts. */
function changedAt({ transactions, receivedAt }: WorldForm, caseId: CaseId): number {
  const own = transactions.filter((transaction) => transaction.caseId === caseId);
  const times = own.map(({ dateModified }) => Date.parse(dateModified));
  return Math.max(...times.map((time) => (Number.isNaN(time) ? receivedAt : time)));
}
