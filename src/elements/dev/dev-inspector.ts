import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { AppSessionActor } from '../../machines/app-session.ts';
import type { SyncActor } from '../../machines/sync.ts';
import type { FormInstance } from '../../xforms/form-instance.ts';
import { DevCloseEvent } from '../events/dev-close-event.ts';
import { ActorController } from '../shared/actor-controller.ts';
import { baseStyles } from '../shared/base.styles.ts';
import { buttonStyles } from '../shared/button.styles.ts';
import { icon } from '../shared/icon.ts';
import { StringsController } from '../strings/strings-controller.ts';
import './dev-app.ts';
import './dev-cases.ts';
import './dev-changes.ts';
import './dev-expression.ts';
import './dev-form.ts';
import './dev-recording.ts';
import { devInspectorStyles } from './dev-inspector.styles.ts';
import './dev-session.ts';
import type { InspectorTab } from './inspector-tab.ts';
import { inspectorTabs } from './inspector-tab.ts';
import { devStringsFor } from './strings/dev-strings-for.ts';
import { TransactionLog } from './transaction-log.ts';

/**
 * @summary Looks into the app that is open: expressions, the form with the reasons of its nodes, cases, session, changes, and
 * what is wrong in the app, and writes down what is done in it. It changes nothing.
 * @event {DevCloseEvent} dev-close - The person closes it, by its button or Escape.
 * @csspart base - The panel.
 */
@customElement('dev-inspector')
export class DevInspector extends LitElement {
  static override styles = [baseStyles, buttonStyles, devInspectorStyles];

  private readonly localize = new StringsController(this);

  private log: TransactionLog | undefined;

  @query('[role=tab][aria-selected=true]') private selectedTab!: HTMLElement;

  @state() private tab: InspectorTab = 'expression';

  /** Grows with each change of the form. */
  @state() private changes = 0;

  /** What is looked into. */
  @property({ attribute: false }) actor!: AppSessionActor;

  /** What sends and fetches just now; `undefined` where nothing is sent anywhere. */
  @property({ attribute: false }) syncNow: () => SyncActor | undefined = () => undefined;

  constructor() {
    super();
    new ActorController(this, () => this.actor);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.follow(undefined);
  }

  protected override willUpdate(_changed: PropertyValues<this>): void {
    this.follow(this.form);
  }

  override focus(): void {
    this.selectedTab.focus();
  }

  private get text() {
    return devStringsFor(this.localize.lang);
  }

  private get snapshot() {
    return this.actor.getSnapshot();
  }

  private get form(): FormInstance | undefined {
    const { context } = this.snapshot;
    return this.snapshot.matches('entering') ? context.opened?.form : undefined;
  }

  private follow(form: FormInstance | undefined): void {
    if (form === this.log?.form) return;
    this.log?.stop();
    this.log = form && new TransactionLog(form, () => (this.changes += 1));
  }

  private handleClose(): void {
    this.dispatchEvent(new DevCloseEvent());
  }

  private handleKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.handleClose();
  }

  private async handleTabKey(event: KeyboardEvent): Promise<void> {
    const next = this.tabAfter(event.key);
    if (next === undefined) return;
    event.preventDefault();
    this.tab = next;
    await this.updateComplete;
    this.selectedTab.focus();
  }

  private tabAfter(key: string): InspectorTab | undefined {
    if (key === 'Home') return inspectorTabs[0];
    if (key === 'End') return inspectorTabs.at(-1);
    const along = this.matches(':dir(rtl)') ? -1 : 1;
    const by = { ArrowRight: along, ArrowLeft: -along }[key];
    if (by === undefined) return undefined;
    const { length } = inspectorTabs;
    return inspectorTabs[(inspectorTabs.indexOf(this.tab) + by + length) % length];
  }

  override render(): TemplateResult {
    const { text } = this;
    return html`<aside
      part="base"
      class="panel"
      aria-label=${text.title}
      @keydown=${this.handleKey}
    >
      <header class="bar">
        <h2>${text.title}</h2>
        <div class="tabs" role="tablist" aria-label=${text.title} @keydown=${this.handleTabKey}>
          ${inspectorTabs.map((tab) => this.renderTab(tab))}
        </div>
        <button
          class="button quiet compact close"
          type="button"
          aria-label=${text.close}
          title=${text.close}
          @click=${this.handleClose}
        >
          ${icon('close')}
        </button>
      </header>
      <div
        class="content"
        id="content"
        role="tabpanel"
        tabindex="0"
        aria-labelledby="tab-${this.tab}"
      >
        ${this.renderContent()}
      </div>
    </aside>`;
  }

  private renderTab(tab: InspectorTab): TemplateResult {
    const selected = tab === this.tab;
    return html`<button
      id="tab-${tab}"
      class="tab"
      role="tab"
      type="button"
      aria-selected=${String(selected)}
      aria-controls=${selected ? 'content' : nothing}
      tabindex=${selected ? 0 : -1}
      @click=${() => (this.tab = tab)}
    >
      ${this.text.tabs[tab]}
    </button>`;
  }

  private renderContent(): TemplateResult {
    const { workspace } = this.snapshot.context;
    if (workspace === undefined) return html`<p class="muted">${this.text.nothingOpen}</p>`;
    const { form, changes } = this;
    // All else that is looked at changes with a snapshot of the session.
    const moment = { snapshot: this.snapshot, changes };
    switch (this.tab) {
      case 'expression':
        return html`<dev-expression
          .workspace=${workspace}
          .form=${form}
          .moment=${moment}
        ></dev-expression>`;
      case 'form':
        return html`<dev-form .workspace=${workspace} .form=${form} .moment=${moment}></dev-form>`;
      case 'cases':
        return html`<dev-cases .workspace=${workspace} .moment=${this.snapshot}></dev-cases>`;
      case 'session':
        return html`<dev-session
          .workspace=${workspace}
          .moment=${this.snapshot}
          .state=${String(this.snapshot.value)}
        ></dev-session>`;
      case 'changes':
        return html`<dev-changes .form=${form} .entries=${this.log?.entries ?? []}></dev-changes>`;
      case 'recording':
        return html`<dev-recording
          .session=${this.actor}
          .sync=${this.syncNow()}
          .moment=${moment}
        ></dev-recording>`;
      case 'app':
        return html`<dev-app .workspace=${workspace}></dev-app>`;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dev-inspector': DevInspector;
  }
}
