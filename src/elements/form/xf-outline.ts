import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { ControlNode } from '../../xforms/control-node.ts';
import type { ScreenAddress } from '../../xforms/screens.ts';
import { screenAt } from '../../xforms/screens.ts';
import { XfGotoEvent } from '../events/xf-goto-event.ts';
import { baseStyles } from '../shared/base.styles.ts';
import { buttonStyles } from '../shared/button.styles.ts';
import { icon } from '../shared/icon.ts';
import { StringsController } from '../strings/strings-controller.ts';
import { nameOnPath } from './control-path.ts';
import { FormContextController } from './form-context-controller.ts';
import type { FormContext } from './form-context.ts';
import type { FormProgress, SectionProgress } from './form-progress.ts';
import { plainWords } from './form-text.ts';
import { outlineStyles } from './xf-outline.styles.ts';

/** More than these are not listed; the number above them tells. */
const LISTED = 12;

/**
 * @summary What a form holds, what is left of it and what is wrong, each a button that goes there. Narrow, it is one line to unfold.
 *
 * @event xf-goto - The person chose a section or a question.
 * @csspart base - Everything.
 */
@customElement('xf-outline')
export class XfOutline extends LitElement {
  static override styles = [baseStyles, buttonStyles, outlineStyles];

  private readonly words = new StringsController(this);

  @state() private unfolded = false;

  /** What the elements of one form share. */
  @property({ attribute: false }) context!: FormContext;

  /** The screen that is shown, where the form is gone through page by page: its section is marked. */
  @property({ attribute: false }) page: ScreenAddress | undefined;

  constructor() {
    super();
    new FormContextController(this);
  }

  protected override shouldUpdate(): boolean {
    return this.context !== undefined;
  }

  private readonly handleUnfold = (): void => {
    this.unfolded = !this.unfolded;
  };

  protected override render(): unknown {
    const { progress } = this.context;
    if (progress.total === 0) return nothing;
    const hasMore = progress.sections.length > 0 || progress.wrong > 0;
    return html`<nav
      part="base"
      class=${this.unfolded ? 'outline unfolded' : 'outline'}
      aria-label=${this.words.strings.form.outline}
    >
      ${hasMore ? this.renderFold(progress) : nothing} ${this.renderLine(progress, hasMore)}
      <div class="list" id="list">
        ${this.renderProblems(progress)} ${this.renderSections(progress)}
      </div>
    </nav>`;
  }

  /** The line by which the list is unfolded where there is no room for it. */
  private renderFold(progress: FormProgress): TemplateResult {
    return html`<button
      type="button"
      class="line fold"
      aria-expanded=${this.unfolded ? 'true' : 'false'}
      aria-controls="list"
      @click=${this.handleUnfold}
    >
      ${icon('down')}<span dir="auto">${this.summary(progress)}</span>
    </button>`;
  }

  private renderLine({ answered, total }: FormProgress, hasMore: boolean): TemplateResult {
    const { form } = this.words.strings;
    return html`<div class=${hasMore ? 'line status folds' : 'line status'}>
      <span dir="auto">${form.progress(answered, total)}</span>
      <progress aria-label=${form.questions} max=${total} .value=${answered}></progress>
    </div>`;
  }

  private summary({ answered, total, wrong }: FormProgress): unknown {
    const { form } = this.words.strings;
    const done = form.progress(answered, total);
    if (wrong === 0) return done;
    return html`${done}, <strong class="wrong">${form.toCheck(wrong)}</strong>`;
  }

  private renderProblems({ toCheck }: FormProgress): unknown {
    if (toCheck.length === 0) return nothing;
    return html`<div class="problems">
      <div class="wrong">${icon('error')} ${this.words.strings.form.toCheck(toCheck.length)}</div>
      <ul class="plain">
        ${toCheck.slice(0, LISTED).map(
          (control) =>
            html`<li>
              <button type="button" class="link-button" @click=${() => this.goTo(control)}>
                ${nameOnPath(this.context.pathTo(control))}
              </button>
            </li>`,
        )}
      </ul>
    </div>`;
  }

  private renderSections({ sections }: FormProgress): unknown {
    if (sections.length === 0) return nothing;
    return html`<ul class="plain sections">
      ${sections.map((section) => this.renderSection(section))}
    </ul>`;
  }

  private renderSection(section: SectionProgress): TemplateResult {
    const isCurrent = this.around.includes(section.control);
    return html`<li>
      <button
        type="button"
        class="section"
        aria-current=${isCurrent ? 'step' : nothing}
        @click=${() => this.goTo(section.control)}
      >
        <span>${plainWords(section.control.label)}</span>${this.renderState(section)}
      </button>
    </li>`;
  }

  /** What the shown screen is, and what lies around it. */
  private get around(): readonly ControlNode[] {
    const screen = this.page && screenAt(this.context.form, this.page);
    return screen ? [...screen.path, screen.control] : [];
  }

  private renderState({ total, answered, wrong }: SectionProgress): unknown {
    const { nothingLeft, left, toCheck } = this.words.strings.form;
    if (wrong > 0) return html`<span class="state wrong" dir="auto">${toCheck(wrong)}</span>`;
    if (total === 0) return nothing;
    if (answered === total) return html`<span class="state">${icon('tick')} ${nothingLeft}</span>`;
    return html`<span class="state" dir="auto">${left(total - answered)}</span>`;
  }

  private goTo(control: SectionProgress['control']): void {
    this.unfolded = false;
    this.dispatchEvent(new XfGotoEvent(control));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-outline': XfOutline;
  }
}
