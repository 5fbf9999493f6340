import type { CaseApp } from '../elements/case/case-app.ts';
import type { DevInspector } from '../elements/dev/dev-inspector.ts';
import type { AppSessionActor } from '../machines/app-session.ts';

/** Whether the inspector was open when the page was left. */
const REMEMBERED = 'caseload.inspector';

/**
 * Opens and closes the inspector at the foot of the page, by the button of the app and by Alt+Shift+I, and opens it again on a page
 * where it was open. What it consists of is fetched when it is first opened.
 */
export class InspectorDock {
  readonly #app: CaseApp;
  readonly #session: AppSessionActor;
  #inspector: DevInspector | undefined;

  constructor(app: CaseApp, session: AppSessionActor) {
    this.#app = app;
    this.#session = session;
    app.addEventListener('case-inspect', () => void this.#toggle());
    addEventListener('keydown', (event) => this.#handleKey(event));
    if (localStorage.getItem(REMEMBERED) !== null) void this.#open();
  }

  // By the place of the key: with Alt pressed many keyboards write another letter.
  #handleKey(event: KeyboardEvent): void {
    if (event.code !== 'KeyI' || !event.altKey || !event.shiftKey) return;
    event.preventDefault();
    void this.#toggle();
  }

  async #toggle(): Promise<void> {
    if (this.#inspector !== undefined) return this.#close();
    const inspector = await this.#open();
    await inspector.updateComplete;
    inspector.focus();
  }

  async #open(): Promise<DevInspector> {
    await import('../elements/dev/dev-inspector.ts');
    if (this.#inspector !== undefined) return this.#inspector;
    const inspector = document.createElement('dev-inspector');
    inspector.actor = this.#session;
    inspector.syncNow = () => this.#app.sync;
    inspector.addEventListener('dev-close', () => this.#close());
    document.body.append(inspector);
    this.#inspector = inspector;
    this.#app.inspecting = true;
    localStorage.setItem(REMEMBERED, 'open');
    return inspector;
  }

  #close(): void {
    this.#inspector?.remove();
    this.#inspector = undefined;
    this.#app.inspecting = false;
    localStorage.removeItem(REMEMBERED);
    this.#app.focusInspect();
  }
}
