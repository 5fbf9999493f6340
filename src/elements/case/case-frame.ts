import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { CaseNavigateEvent } from '../events/case-navigate-event.ts';
import { baseStyles } from '../shared/base.styles.ts';
import { buttonStyles } from '../shared/button.styles.ts';
import { icon } from '../shared/icon.ts';
import { StringsController } from '../strings/strings-controller.ts';
import { caseFrameStyles } from './case-frame.styles.ts';

/**
 * @summary What stands around every page: the bar, the breadcrumbs and the main landmark.
 * @event {CaseNavigateEvent} case-navigate - The user goes back along the breadcrumbs.
 * @slot - The page. When `page` changes, its `focus()` is called.
 * @slot side - What stands beside every page, such as the menu that an app keeps in sight.
 * @slot sync - The sync state, in the bar.
 * @slot language - The choice of language, in the bar.
 * @slot user - What belongs to the user, such as signing out, in the bar after the name.
 * @csspart bar - The top bar.
 * @csspart breadcrumbs - The way back.
 * @csspart main - The main landmark.
 */
@customElement('case-frame')
export class CaseFrame extends LitElement {
  static override styles = [baseStyles, buttonStyles, caseFrameStyles];

  private readonly localize = new StringsController(this);

  @query('main') private main!: HTMLElement;
  @query('main slot') private pageSlot!: HTMLSlotElement;

  /** The project, first in the bar. */
  @property() project = '';

  /** The app, after the project; `''` while none is open. Not said twice where both have one name. */
  @property() app = '';

  /** The user's name; `''` while nobody is signed in. */
  @property() user = '';

  /** From the app down to the page that is open. The last one is where the user is. */
  @property({ attribute: false }) breadcrumbs: readonly string[] = [];

  /** Any text that names the page that is open. When it changes, the new page gets the focus. */
  @property() page = '';

  protected override updated(changed: PropertyValues<this>): void {
    // Not on the first page: the browser puts the focus where a newly loaded document wants it.
    if (changed.get('page')) this.focusPage();
  }

  private handleBack(index: number): void {
    this.dispatchEvent(new CaseNavigateEvent(index));
  }

  private handleSkip(event: Event): void {
    event.preventDefault();
    this.focusPage();
  }

  /** Puts the focus at the start of the page: on its heading, or on the main landmark where the page has none. */
  focusPage(): void {
    window.scrollTo({ top: 0 });
    this.main.focus();
    firstPage(this.pageSlot.assignedElements())?.focus();
  }

  override render(): TemplateResult {
    const text = this.localize.strings.case.frame;
    return html`<header part="bar" class="bar">
        <a class="skip" href="#main" @click=${this.handleSkip}>${text.skip}</a>
        ${this.renderPlace()}
        <div class="tools">
          <slot name="sync"></slot>
          <slot name="language"></slot>
          ${this.user === '' ? nothing : this.renderUser()}
          <slot name="user"></slot>
        </div>
      </header>
      ${this.breadcrumbs.length < 2 ? nothing : this.renderBreadcrumbs()}
      <div class="below">
        <slot name="side"></slot>
        <main id="main" part="main" tabindex="-1"><slot></slot></main>
      </div>`;
  }

  private renderPlace(): TemplateResult {
    const app = this.app === this.project ? '' : this.app;
    return html`<div class="place" title=${[this.project, app].filter(Boolean).join(' · ')}>
      <span class="project">${this.project}</span>
      ${app === '' ? nothing : html`<span class="app">${app}</span>`}
    </div>`;
  }

  private renderUser(): TemplateResult {
    const text = this.localize.strings.case;
    return html`<span class="user">
      ${icon('user')}<span class="visually-hidden">${text.user}</span><span>${this.user}</span>
    </span>`;
  }

  private renderBreadcrumbs(): TemplateResult {
    const text = this.localize.strings.case.frame;
    const last = this.breadcrumbs.length - 1;
    const steps = this.breadcrumbs.map((name, index) =>
      index === last
        ? html`<li><span aria-current="page">${name}</span></li>`
        : html`<li>
            <button class="link-button" type="button" @click=${() => this.handleBack(index)}>
              ${name}</button
            >${icon('chevron')}
          </li>`,
    );
    return html`<nav part="breadcrumbs" class="breadcrumbs" aria-label=${text.breadcrumbs}>
      <ol class="plain">
        ${steps}
      </ol>
    </nav>`;
  }
}

/** The first element of ours among what is slotted: notices may stand above it, and a plain element around it. */
function firstPage(slotted: readonly Element[]): HTMLElement | undefined {
  const all = slotted.flatMap((element) => [element, ...element.querySelectorAll('*')]);
  return all.find((element): element is HTMLElement => element.localName.includes('-'));
}

declare global {
  interface HTMLElementTagNameMap {
    'case-frame': CaseFrame;
  }
}
