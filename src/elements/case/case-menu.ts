import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { OwnerProblem } from '../../case/ownership/owner-resolution.ts';
import { inShort } from '../../case/ownership/owner-resolution.ts';
import type { MenuChoice, MenuScreen } from '../../suite/screen.ts';
import { CaseChooseEvent } from '../events/case-choose-event.ts';
import { baseStyles } from '../shared/base.styles.ts';
import { icon } from '../shared/icon.ts';
import { caseMenuStyles } from './case-menu.styles.ts';
import { CasePage } from './case-page.ts';
import { caseTypeLabel } from './case-type-label.ts';
import { pageStyles } from './page.styles.ts';
import { renderHeading } from './render-heading.ts';
import type { MediaSource } from './render-value.ts';
import type { Subject } from './subject.ts';

/**
 * @summary What an app offers at this point. A choice whose form would have no clear owner says so before one goes in.
 * @event {CaseChooseEvent} case-choose - The user chose; also for a marked choice, whose page then explains it.
 * @slot notices - Between the heading and the choices.
 * @csspart base - The page.
 * @csspart choice - One line of the menu.
 * @csspart problem - What is said about a marked choice.
 */
@customElement('case-menu')
export class CaseMenu extends CasePage {
  static override styles = [baseStyles, pageStyles, caseMenuStyles];

  /** What the session offers. */
  @property({ attribute: false }) screen: MenuScreen | undefined;

  /** The case that these choices are about; `undefined` before one is chosen. */
  @property({ attribute: false }) subject: Subject | undefined;

  /** By the id of a choice: why its form cannot be opened yet. */
  @property({ attribute: false }) problems: ReadonlyMap<string, OwnerProblem> = new Map();

  /** Where the app's pictures can be read. */
  @property({ attribute: false }) media: MediaSource = () => undefined;

  /** What people call a case of a type. */
  @property({ attribute: false }) caseTypeLabel = caseTypeLabel;

  private handleChoose(id: string): void {
    this.dispatchEvent(new CaseChooseEvent(id));
  }

  override render(): unknown {
    if (this.screen === undefined) return nothing;
    const { title, choices, problems } = this.screen;
    return html`<div part="base" class="page">
      <div class="wide">
        ${renderHeading(title, this.subject, this.localize.strings)}
        <slot name="notices"></slot>
      </div>
      ${
        choices.length === 0
          ? html`<p class="empty">${this.localize.strings.case.menu.empty}</p>`
          : html`<ul class="plain wide choices ${this.screen.style === 'grid' ? 'grid' : ''}">
              ${choices.map((choice, index) => this.renderChoice(choice, index))}
            </ul>`
      }
      ${this.renderLeftOut(problems)}
    </div>`;
  }

  private renderChoice(choice: MenuChoice, index: number): TemplateResult {
    const problem = this.problems.get(choice.id);
    const isDescribed = problem !== undefined || choice.missingTables.length > 0;
    return html`<li part="choice" class="choice ${problem === undefined ? '' : 'marked'}">
      <button
        type="button"
        aria-describedby=${isDescribed ? `problem-${index}` : nothing}
        @click=${() => this.handleChoose(choice.id)}
      >
        ${this.renderPicture(choice)}<span class="text">${choice.text}</span>
        ${choice.badge === undefined || choice.badge === '' ? nothing : html`<span class="badge">${choice.badge}</span>`}
        ${icon('chevron')}
      </button>
      ${this.renderSound(choice)}
      ${problem === undefined ? this.renderMissing(choice, index) : this.renderProblem(problem, index)}
    </li>`;
  }

  private renderPicture(choice: MenuChoice): unknown {
    const source = choice.image === undefined ? undefined : this.media(choice.image);
    return source === undefined ? nothing : html`<img src=${source} alt="" />`;
  }

  private renderSound(choice: MenuChoice): unknown {
    const source = choice.audio === undefined ? undefined : this.media(choice.audio);
    return source === undefined
      ? nothing
      : html`<audio src=${source} controls preload="none" aria-label=${choice.text}></audio>`;
  }

  // For the person who made the app: a choice that is missing is worse than one that says why.
  private renderLeftOut(problems: readonly string[]): unknown {
    if (problems.length === 0) return nothing;
    return html`<details class="small">
      <summary>${this.localize.strings.case.menu.leftOut(problems.length)}</summary>
      <ul class="plain" lang="en" dir="ltr">
        ${problems.map((problem) => html`<li>${problem}</li>`)}
      </ul>
    </details>`;
  }

  private renderMissing({ missingTables }: MenuChoice, index: number): unknown {
    if (missingTables.length === 0) return nothing;
    return html`<p part="problem" class="problem small" id="problem-${index}">
      ${icon('warning')}${this.localize.strings.case.menu.missingTables(missingTables)}
    </p>`;
  }

  private renderProblem(problem: OwnerProblem, index: number): TemplateResult {
    const { owner, case: texts } = this.localize.strings;
    const { title, why } = owner.explain(inShort(problem), {
      user: '',
      app: '',
      caseTypeLabel: this.caseTypeLabel,
    });
    return html`<div part="problem" class="problem" id="problem-${index}">
      ${icon('warning')}
      <p><strong>${title}.</strong> ${why} <span class="see">${texts.menu.whatToDo}</span></p>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'case-menu': CaseMenu;
  }
}
