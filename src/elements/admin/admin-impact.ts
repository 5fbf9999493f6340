import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { withShortNames } from '../../case/ownership/with-short-names.ts';
import { caseConfirmStyles } from '../case/case-confirm.styles.ts';
import { baseStyles } from '../shared/base.styles.ts';
import { buttonStyles } from '../shared/button.styles.ts';
import { StringsController } from '../strings/strings-controller.ts';
import type { PersonImpact } from './admin-client.ts';
import { adminImpactStyles } from './admin-impact.styles.ts';
import { adminStringsFor } from './admin-language.ts';

/**
 * @summary Says whom a change would hit before it is made. Escape and the first button leave everything as it is.
 * @csspart base - The dialog.
 */
@customElement('admin-impact')
export class AdminImpact extends LitElement {
  static override styles = [baseStyles, buttonStyles, caseConfirmStyles, adminImpactStyles];

  private readonly localize = new StringsController(this);

  @query('dialog') private dialog!: HTMLDialogElement;

  /** Those who are hit, the worst first. */
  @property({ attribute: false }) people: readonly PersonImpact[] = [];

  private answer: ((confirmed: boolean) => void) | undefined;

  private finish(confirmed: boolean): void {
    const { answer } = this;
    this.answer = undefined;
    if (this.dialog.open) this.dialog.close();
    answer?.(confirmed);
  }

  /** Opens the dialog; true when the change is to be made. */
  async ask(people: readonly PersonImpact[]): Promise<boolean> {
    this.people = inShort(people);
    await this.updateComplete;
    this.dialog.showModal();
    return new Promise((resolve) => (this.answer = resolve));
  }

  override render(): TemplateResult {
    const { impact } = adminStringsFor(this.localize.lang);
    return html`<dialog part="base" aria-labelledby="heading" @close=${() => this.finish(false)}>
      <h2 id="heading">${impact.title(this.people.length)}</h2>
      <ul tabindex="0" aria-labelledby="heading">
        ${this.people.map((person) => this.renderPerson(person))}
      </ul>
      <div class="actions">
        <button class="button" type="button" autofocus @click=${() => this.finish(false)}>
          ${impact.cancel}
        </button>
        <button class="button primary" type="button" @click=${() => this.finish(true)}>
          ${impact.confirm}
        </button>
      </div>
    </dialog>`;
  }

  private renderPerson({ displayName, registration, gained, lost, cases }: PersonImpact) {
    const { impact } = adminStringsFor(this.localize.lang);
    const counted = cases === undefined ? '' : impact.cases(cases.appear, cases.disappear);
    const details = [
      ...(gained.length === 0 ? [] : [impact.gains(gained.map(({ name }) => name))]),
      ...(lost.length === 0 ? [] : [impact.loses(lost.map(({ name }) => name))]),
      ...(counted === '' ? [] : [counted]),
    ];
    return html`<li>
      <p>
        <strong dir="auto">${displayName}</strong>
        <span class=${registration}>${impact.registration[registration]}</span>
      </p>
      ${details.length === 0 ? nothing : html`<p class="muted small">${details.join(' · ')}</p>`}
    </li>`;
  }
}

/** The owners that come and go, called as people call them beside each other. */
function inShort(people: readonly PersonImpact[]): readonly PersonImpact[] {
  const owners = withShortNames(people.flatMap(({ gained, lost }) => [...gained, ...lost]));
  const byId = new Map(owners.map((owner) => [owner.id, owner]));
  const named = (those: PersonImpact['gained']) => those.map((each) => byId.get(each.id) ?? each);
  return people.map((each) => ({ ...each, gained: named(each.gained), lost: named(each.lost) }));
}

declare global {
  interface HTMLElementTagNameMap {
    'admin-impact': AdminImpact;
  }
}
