import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import type { ProjectChange } from '../../project/project-change.ts';
import type { ProjectPerson } from '../../project/project-person.ts';
import { displayName } from '../../project/project-person.ts';
import { foldText } from '../case/fold-text.ts';
import { message } from '../shared/message.ts';
import { checkField, choiceField, readFields, textField, WORD } from './admin-fields.ts';
import type { AdminClient } from './admin-client.ts';
import './admin-holdings.ts';
import { AdminPage } from './admin-page.ts';
import { adminAddress, NEW } from '../shared/admin-place.ts';
import { newId } from './new-id.ts';

/** So many are shown at once; searching finds the others. */
const MOST_SHOWN = 200;

const NOBODY_YET: ProjectPerson = {
  userId: '',
  username: '',
  firstName: '',
  lastName: '',
  role: 'worker',
  kind: 'mobile',
  language: '',
  userData: {},
  active: true,
};

/**
 * @summary The people of a project: to whom the cases go that each of them registers, and what may be changed of one.
 * @event {AdminChangeEvent} admin-change - The administrator saves a person.
 * @csspart base - The page.
 */
@customElement('admin-people')
export class AdminPeople extends AdminPage {
  /** The project's server. */
  @property({ attribute: false }) client!: AdminClient;

  @state() private search = '';
  @state() private onlyTrouble = false;

  private handleSave(before: ProjectPerson, event: SubmitEvent): void {
    const fields = readFields(event);
    const user: ProjectPerson = {
      ...before,
      userId: before.userId || newId(),
      username: fields.text('username'),
      firstName: fields.text('firstName'),
      lastName: fields.text('lastName'),
      role: fields.text('role') === 'admin' ? 'admin' : 'worker',
      kind: fields.text('kind') === 'web' ? 'web' : 'mobile',
      active: fields.isOn('active'),
      userData: { ...before.userData, ...this.dataIn(fields) },
    };
    const changes: ProjectChange[] = [
      { kind: 'user.save', user },
      ...passwordChange(user.userId, fields.text('password')),
      ...this.membershipChanges(user.userId, fields.all('group')),
      ...this.assignmentChange(user.userId, fields.all('location')),
    ];
    this.save(changes, this.text.saved(displayName(user)));
  }

  private membershipChanges(userId: string, groupIds: readonly string[]): ProjectChange[] {
    const known = this.project.groupIdsOf(userId);
    const added = groupIds.filter((id) => !known.includes(id));
    const removed = known.filter((id) => !groupIds.includes(id));
    return [
      ...added.map((groupId) => ({ kind: 'member.add', groupId, userId }) as const),
      ...removed.map((groupId) => ({ kind: 'member.remove', groupId, userId }) as const),
    ];
  }

  /** Those that stay keep their order, so that the primary location stays the primary one. */
  private assignmentChange(userId: string, chosen: readonly string[]): ProjectChange[] {
    const known = this.project.locationIdsOf(userId);
    const kept = known.filter((id) => chosen.includes(id));
    const locationIds = [...kept, ...chosen.filter((id) => !known.includes(id))];
    if (locationIds.join(' ') === known.join(' ')) return [];
    return [{ kind: 'assignments.set', userId, locationIds }];
  }

  override render(): TemplateResult {
    if (this.item === undefined) return this.renderList();
    const person = this.item === NEW ? NOBODY_YET : this.project.user(this.item);
    return person === undefined ? this.renderNotThere() : this.renderPerson(person);
  }

  private renderList(): TemplateResult {
    const { text } = this;
    const shown = this.found;
    return html`<div part="base" class="page">
      ${this.renderHead('people', text.people.add)}
      <p>${text.people.hint}</p>
      ${this.renderTrouble()} ${this.renderSearch()}
      ${this.renderTable(
        [text.name, text.people.username, text.people.sharing],
        shown.slice(0, MOST_SHOWN).map((person) => this.renderRow(person)),
      )}
      ${shown.length > MOST_SHOWN ? html`<p class="muted">${MOST_SHOWN} / ${shown.length}</p>` : nothing}
    </div>`;
  }

  private renderTrouble(): unknown {
    const { troubled } = this.project;
    if (troubled.length === 0) return nothing;
    return message(
      'note',
      html`<p>${this.text.people.trouble(troubled.length)}</p>
        <label class="check">
          <input
            type="checkbox"
            .checked=${this.onlyTrouble}
            @change=${(event: Event) => (this.onlyTrouble = (event.target as HTMLInputElement).checked)}
          /><span>${this.text.people.onlyTrouble}</span>
        </label>`,
    );
  }

  private renderSearch(): TemplateResult {
    return html`<div class="field">
      <label class="label" for="search">${this.text.search}</label>
      <input
        id="search"
        class="control"
        type="search"
        autocomplete="off"
        .value=${this.search}
        @input=${(event: InputEvent) => (this.search = (event.target as HTMLInputElement).value)}
      />
    </div>`;
  }

  private get found(): readonly ProjectPerson[] {
    const words = foldText(this.search).split(/\s+/).filter(Boolean);
    const people = this.onlyTrouble ? this.project.troubled : this.project.users;
    return people.filter((person) => {
      const known = foldText(`${displayName(person)} ${person.username}`);
      return words.every((word) => known.includes(word));
    });
  }

  private renderRow(person: ProjectPerson): TemplateResult {
    const { text } = this;
    return html`<tr role="row">
      <th role="rowheader" scope="row">
        <a href=${adminAddress({ section: 'people', id: person.userId })} dir="auto"
          >${displayName(person)}</a
        >
        ${person.active ? nothing : html`<span class="muted small">(${text.people.inactive})</span>`}
      </th>
      <td role="cell" data-label=${text.people.username}>${person.username}</td>
      <td role="cell" data-label=${text.people.sharing}>${this.renderStatus(person)}</td>
    </tr>`;
  }

  private renderStatus(person: ProjectPerson): unknown {
    if (!person.active) return '–';
    const { people } = this.text;
    const { candidates, reason } = this.project.status(person);
    const [only, second] = candidates;
    if (only !== undefined && second === undefined)
      return html`<span dir="auto">${people.sharesWith(only.name)}</span>`;
    if (!this.project.registersShared(person))
      return html`<span class="muted">${people.notNeeded}</span>`;
    const why =
      reason === undefined
        ? people.hasToChoose(candidates.map(({ name }) => name))
        : people.nobody(reason.kind);
    return html`<span class="trouble">${why}</span>`;
  }

  private renderPerson(person: ProjectPerson): TemplateResult {
    const { text } = this;
    const isNew = person === NOBODY_YET;
    return html`<div part="base" class="page">
      <h1 tabindex="-1" dir="auto">${isNew ? text.people.add : displayName(person)}</h1>
      ${isNew ? nothing : html`<p>${text.people.sharing}: ${this.renderStatus(person)}</p>`}
      ${keyed(
        person.userId,
        html`<form @submit=${(event: SubmitEvent) => this.handleSave(person, event)}>
          ${this.renderNames(person)} ${this.renderRights(person, isNew)} ${this.renderData(person)}
          ${this.renderGroups(person)} ${this.renderLocations(person)}
          ${this.renderFormActions('people')}
        </form>`,
      )}
      ${isNew || !person.active ? nothing : this.renderHoldings(person)}
    </div>`;
  }

  private renderHoldings({ userId }: ProjectPerson): TemplateResult {
    return html`<admin-holdings
      class="wide"
      .project=${this.project}
      .item=${userId}
      .client=${this.client}
    ></admin-holdings>`;
  }

  private renderNames({ username, firstName, lastName }: ProjectPerson): TemplateResult {
    const { people } = this.text;
    return html`<div class="pair">
        ${textField({ name: 'firstName', label: people.firstName, value: firstName })}
        ${textField({ name: 'lastName', label: people.lastName, value: lastName })}
      </div>
      ${textField({
        name: 'username',
        label: people.username,
        hint: people.usernameHint,
        value: username,
        required: true,
        pattern: WORD,
      })}`;
  }

  private renderRights({ role, kind, active }: ProjectPerson, isNew: boolean): TemplateResult {
    const { people } = this.text;
    return html`${textField({
      name: 'password',
      type: 'password',
      label: isNew ? people.password : people.newPassword,
      hint: isNew ? people.passwordHint : people.newPasswordHint,
      value: '',
      required: isNew,
      minLength: 8,
    })}
    ${choiceField('kind', people.kind, kind, [
      ['mobile', people.mobile],
      ['web', people.web],
    ])}
    ${choiceField('role', people.role, role, [
      ['worker', people.worker],
      ['admin', people.admin],
    ])}
    ${checkField('active', people.active, active, { hint: people.activeHint })}`;
  }

  private dataIn(fields: ReturnType<typeof readFields>): Record<string, string> {
    const names = this.project.state.userFields.map(({ name }) => name);
    return Object.fromEntries(names.map((name) => [name, fields.text(`data-${name}`)]));
  }

  private renderData({ userData }: ProjectPerson): TemplateResult[] {
    return this.project.state.userFields.map(({ name, label, required, choices }) => {
      const field = { name: `data-${name}`, label, value: userData[name] ?? '', required };
      if (choices.length === 0) return textField(field);
      const options = choices.map((choice) => [choice, choice] as const);
      return choiceField(field.name, label, field.value, [['', '–'], ...options], { required });
    });
  }

  private renderGroups({ userId }: ProjectPerson): unknown {
    const { groups } = this.project.directory;
    if (groups.length === 0) return nothing;
    const own = this.project.groupIdsOf(userId);
    const { people, groups: text } = this.text;
    return html`<fieldset>
      <legend>${people.groups}</legend>
      <p class="hint">${people.groupsHint}</p>
      <div class="checks">
        ${groups.map(({ groupId, name, caseSharing }) =>
          checkField('group', name, own.includes(groupId), {
            value: groupId,
            hint: caseSharing ? text.sharing : text.reporting,
          }),
        )}
      </div>
    </fieldset>`;
  }

  private renderLocations({ userId }: ProjectPerson): unknown {
    const { project, text } = this;
    const own = project.locationIdsOf(userId);
    const open = project.locations.filter(({ location }) => !location.archived);
    if (open.length === 0) return nothing;
    return html`<fieldset>
      <legend>${text.people.locations}</legend>
      <p class="hint">${text.people.locationsHint}</p>
      <div class="checks">
        ${open.map(({ location }) =>
          checkField('location', project.tree.path(location), own.includes(location.locationId), {
            value: location.locationId,
            hint:
              own[0] === location.locationId
                ? text.people.primary
                : project.tree.levelName(location),
          }),
        )}
      </div>
    </fieldset>`;
  }
}

function passwordChange(userId: string, password: string): ProjectChange[] {
  return password === '' ? [] : [{ kind: 'user.password', userId, password }];
}

declare global {
  interface HTMLElementTagNameMap {
    'admin-people': AdminPeople;
  }
}
