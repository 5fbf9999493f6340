import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import type { DirectoryGroup } from '../../case/ownership/directory.ts';
import type { ProjectChange } from '../../project/project-change.ts';
import { displayName } from '../../project/project-person.ts';
import { checkField, readFields, textField } from './admin-fields.ts';
import { AdminPage } from './admin-page.ts';
import { adminAddress, NEW } from '../shared/admin-place.ts';
import { newId } from './new-id.ts';

const NO_GROUP_YET: DirectoryGroup = { groupId: '', name: '', caseSharing: true, groupData: {} };

/**
 * @summary The groups of a project: which of them share cases, and who belongs to them.
 * @event {AdminChangeEvent} admin-change - The administrator saves or deletes a group.
 * @csspart base - The page.
 */
@customElement('admin-groups')
export class AdminGroups extends AdminPage {
  private handleSave(before: DirectoryGroup, event: SubmitEvent): void {
    const fields = readFields(event);
    const groupId = before.groupId || newId();
    const group: DirectoryGroup = {
      ...before,
      groupId,
      name: fields.text('name'),
      caseSharing: fields.isOn('caseSharing'),
    };
    const changes: ProjectChange[] = [
      { kind: 'group.save', group },
      ...this.memberChanges(before, groupId, fields.all('member')),
    ];
    this.save(changes, this.text.saved(group.name));
  }

  private memberChanges(
    before: DirectoryGroup,
    groupId: string,
    userIds: readonly string[],
  ): ProjectChange[] {
    const known = this.project.membersOf(before).map(({ userId }) => userId);
    const added = userIds.filter((id) => !known.includes(id));
    const removed = known.filter((id) => !userIds.includes(id));
    return [
      ...added.map((userId) => ({ kind: 'member.add', groupId, userId }) as const),
      ...removed.map((userId) => ({ kind: 'member.remove', groupId, userId }) as const),
    ];
  }

  private handleDelete({ groupId, name }: DirectoryGroup): void {
    this.save([{ kind: 'group.delete', groupId }], this.text.deleted(name));
  }

  override render(): TemplateResult {
    if (this.item === undefined) return this.renderList();
    const { groups } = this.project.directory;
    const group =
      this.item === NEW ? NO_GROUP_YET : groups.find(({ groupId }) => groupId === this.item);
    return group === undefined ? this.renderNotThere() : this.renderGroup(group);
  }

  private renderList(): TemplateResult {
    const { text, project } = this;
    const { groups } = project.directory;
    return html`<div part="base" class="page">
      ${this.renderHead('groups', text.groups.add)}
      <p>${text.groups.hint}</p>
      ${this.renderTable(
        [text.name, text.groups.caseSharing, text.groups.members],
        groups.map((group) => this.renderRow(group)),
      )}
    </div>`;
  }

  private renderRow(group: DirectoryGroup): TemplateResult {
    const { text } = this;
    return html`<tr role="row">
      <th role="rowheader" scope="row">
        <a href=${adminAddress({ section: 'groups', id: group.groupId })} dir="auto"
          >${group.name}</a
        >
      </th>
      <td role="cell" data-label=${text.groups.caseSharing}>
        ${group.caseSharing ? text.groups.sharing : text.groups.reporting}
      </td>
      <td role="cell" data-label=${text.groups.members}>
        ${text.groups.memberCount(this.project.membersOf(group).length)}
      </td>
    </tr>`;
  }

  private renderGroup(group: DirectoryGroup): TemplateResult {
    const { text } = this;
    const isNew = group === NO_GROUP_YET;
    return html`<div part="base" class="page">
      <h1 tabindex="-1" dir="auto">${isNew ? text.groups.add : group.name}</h1>
      ${keyed(
        group.groupId,
        html`<form @submit=${(event: SubmitEvent) => this.handleSave(group, event)}>
          ${textField({ name: 'name', label: text.name, value: group.name, required: true })}
          ${checkField('caseSharing', text.groups.caseSharing, group.caseSharing, {
            hint: text.groups.caseSharingHint,
          })}
          ${this.renderMembers(group)} ${this.renderFormActions('groups')}
        </form>`,
      )}
      ${isNew ? nothing : this.renderDelete(group)}
    </div>`;
  }

  /** A web user belongs to no groups. */
  private renderMembers(group: DirectoryGroup): TemplateResult {
    const members = new Set(this.project.membersOf(group));
    const people = this.project.users.filter(
      (person) => members.has(person) || (person.active && person.kind === 'mobile'),
    );
    return html`<fieldset>
      <legend>${this.text.groups.members}</legend>
      <div class="checks">
        ${people.map((person) =>
          checkField('member', displayName(person), members.has(person), { value: person.userId }),
        )}
      </div>
    </fieldset>`;
  }

  private renderDelete(group: DirectoryGroup): TemplateResult {
    const { groups } = this.text;
    return html`<div class="section">
      <p class="hint">${groups.deleteHint}</p>
      <div class="actions">
        <button class="button danger" type="button" @click=${() => this.handleDelete(group)}>
          ${groups.delete}
        </button>
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'admin-groups': AdminGroups;
  }
}
