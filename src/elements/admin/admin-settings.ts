import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { SUBMISSION_POLICIES } from '../../project/project-settings.ts';
import { checkField, choiceField, linesField, linesOf, readFields } from './admin-fields.ts';
import { AdminPage } from './admin-page.ts';

/**
 * @summary What is decided for a project as a whole: what is done about forms that go too far, extensions, case search.
 * @event {AdminChangeEvent} admin-change - The administrator saves.
 * @csspart base - The page.
 */
@customElement('admin-settings')
export class AdminSettings extends AdminPage {
  private handleSave(event: SubmitEvent): void {
    const { text, isOn } = readFields(event);
    const submissionPolicy = SUBMISSION_POLICIES.find((each) => each === text('policy')) ?? 'flag';
    const settings = {
      submissionPolicy,
      closesExtensions: isOn('closesExtensions'),
      searchableCaseTypes: linesOf(text('caseSearch')),
    };
    this.save([{ kind: 'settings.set', settings }], this.text.settings.saved);
  }

  override render(): TemplateResult {
    const { settings: text, sections, save } = this.text;
    const { submissionPolicy, closesExtensions, searchableCaseTypes } = this.project.state.settings;
    return html`<div part="base" class="page">
      <h1 tabindex="-1">${sections.settings}</h1>
      <p>${text.hint}</p>
      <form @submit=${(event: SubmitEvent) => this.handleSave(event)}>
        ${choiceField(
          'policy',
          text.policy,
          submissionPolicy,
          SUBMISSION_POLICIES.map((each) => [each, text.policies[each]] as const),
          { hint: text.policyHint },
        )}
        ${checkField('closesExtensions', text.closesExtensions, closesExtensions, {
          hint: text.closesExtensionsHint,
        })}
        ${linesField('caseSearch', text.caseSearch, text.caseSearchHint, searchableCaseTypes)}
        <div class="actions"><button class="button primary" type="submit">${save}</button></div>
      </form>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'admin-settings': AdminSettings;
  }
}
