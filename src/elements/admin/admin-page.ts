import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { ProjectChange } from '../../case/ownership/project-change.ts';
import { CasePage } from '../case/case-page.ts';
import { pageStyles } from '../case/page.styles.ts';
import { baseStyles } from '../shared/base.styles.ts';
import { buttonStyles } from '../shared/button.styles.ts';
import { fieldStyles } from '../shared/field.styles.ts';
import { messageStyles } from '../shared/message.styles.ts';
import { AdminChangeEvent } from './admin-change-event.ts';
import { adminStringsFor } from './admin-language.ts';
import { adminPageStyles } from './admin-page.styles.ts';
import type { AdminProjectState } from './admin-project-state.ts';
import type { AdminStrings } from './admin-strings.ts';

/** A page of the administration: its list, or the one thing that is open. */
export abstract class AdminPage extends CasePage {
  static override styles = [
    baseStyles,
    buttonStyles,
    fieldStyles,
    messageStyles,
    pageStyles,
    adminPageStyles,
  ];

  /** The project as it is. */
  @property({ attribute: false }) project!: AdminProjectState;

  /** The id of what is open; `NEW` for what is being made, `undefined` for the list. */
  @property() item: string | undefined;

  protected get text(): AdminStrings {
    return adminStringsFor(this.localize.lang);
  }

  protected save(changes: readonly ProjectChange[], done: string): void {
    this.dispatchEvent(new AdminChangeEvent(changes, done));
  }

  protected renderNotThere(): TemplateResult {
    return html`<div part="base" class="page">
      <h1 tabindex="-1">${this.text.notThere}</h1>
    </div>`;
  }
}
