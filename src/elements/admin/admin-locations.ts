import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import type { DirectoryLocation } from '../../case/ownership/directory.ts';
import { displayName } from '../../project/project-person.ts';
import { choiceField, readFields, textField, WORD } from './admin-fields.ts';
import { AdminPage } from './admin-page.ts';
import { adminAddress, NEW } from '../shared/admin-place.ts';
import { newId } from './new-id.ts';

/** Deeper ones are not set in any further. */
const DEEPEST = 4;

const NO_LOCATION_YET: DirectoryLocation = {
  locationId: '',
  typeCode: '',
  parentId: null,
  name: '',
  siteCode: '',
  externalId: '',
  latitude: '',
  longitude: '',
  archived: false,
  locationData: {},
};

/**
 * @summary The locations of a project as a tree, and what may be changed of one.
 * @event {AdminChangeEvent} admin-change - The administrator saves, moves or archives a location.
 * @csspart base - The page.
 */
@customElement('admin-locations')
export class AdminLocations extends AdminPage {
  private handleSave(before: DirectoryLocation, event: SubmitEvent): void {
    const fields = readFields(event);
    const { archived: _, ...known } = before;
    const location = {
      ...known,
      locationId: before.locationId || newId(),
      name: fields.text('name'),
      siteCode: fields.text('siteCode'),
      typeCode: fields.text('level'),
      parentId: fields.text('parent') || null,
    };
    this.save([{ kind: 'location.save', location }], this.text.saved(location.name));
  }

  private handleArchive({ locationId, name, archived }: DirectoryLocation): void {
    const change = { kind: 'location.archive', locationId, archived: !archived } as const;
    this.save([change], this.text.saved(name));
  }

  override render(): TemplateResult {
    if (this.item === undefined) return this.renderList();
    const location = this.item === NEW ? NO_LOCATION_YET : this.project.tree.get(this.item);
    return location === undefined ? this.renderNotThere() : this.renderLocation(location);
  }

  private renderList(): TemplateResult {
    const { text, project } = this;
    return html`<div part="base" class="page">
      ${this.renderHead(
        'locations',
        project.directory.locationTypes.length === 0 ? undefined : text.locations.add,
      )}
      <p>${text.locations.hint}</p>
      ${this.renderTree()}
    </div>`;
  }

  private renderTree(): TemplateResult {
    const { text, project } = this;
    if (project.directory.locationTypes.length === 0)
      return html`<p class="empty">
        <span>${text.locations.needsLevel}</span>
        <a href=${adminAddress({ section: 'levels', id: NEW })}>${text.levels.add}</a>
      </p>`;
    if (project.locations.length === 0) return html`<p class="empty">${text.none}</p>`;
    return html`<ul class="tree wide">
      ${project.locations.map(({ location, depth }) => this.renderRow(location, depth))}
    </ul>`;
  }

  private renderRow(location: DirectoryLocation, depth: number): TemplateResult {
    const { locationId, name, archived } = location;
    const people = this.project.assignedTo(location).map(displayName);
    return html`<li class="depth-${Math.min(depth, DEEPEST)}">
      <a href=${adminAddress({ section: 'locations', id: locationId })} dir="auto">${name}</a>
      <span class="muted small" dir="auto">${this.project.tree.levelName(location)}</span>
      ${archived ? html`<span class="trouble small">${this.text.locations.archived}</span>` : nothing}
      <span class="small" dir="auto">${people.join(', ')}</span>
    </li>`;
  }

  private renderLocation(location: DirectoryLocation): TemplateResult {
    const { text } = this;
    const isNew = location === NO_LOCATION_YET;
    return html`<div part="base" class="page">
      <h1 tabindex="-1" dir="auto">${isNew ? text.locations.add : location.name}</h1>
      ${keyed(location.locationId, this.renderForm(location))}
      ${isNew ? nothing : this.renderPeople(location)}
      ${isNew ? nothing : this.renderArchive(location)}
    </div>`;
  }

  private renderForm(location: DirectoryLocation): TemplateResult {
    const { text } = this;
    return html`<form @submit=${(event: SubmitEvent) => this.handleSave(location, event)}>
      ${textField({ name: 'name', label: text.name, value: location.name, required: true })}
      ${textField({
        name: 'siteCode',
        label: text.locations.siteCode,
        hint: text.locations.siteCodeHint,
        value: location.siteCode,
        required: true,
        pattern: WORD,
      })}
      ${choiceField(
        'level',
        text.locations.level,
        location.typeCode,
        this.project.directory.locationTypes.map(({ code, name }) => [code, name]),
      )}
      ${choiceField('parent', text.locations.parent, location.parentId ?? '', this.parents(location))}
      ${this.renderFormActions('locations')}
    </form>`;
  }

  /** Where it may stand: nowhere below itself, and below nothing that is archived. */
  private parents(location: DirectoryLocation): (readonly [string, string])[] {
    const { tree, locations } = this.project;
    const own = new Set([location, ...tree.descendants(location)]);
    const others = locations
      .map((each) => each.location)
      .filter((each) => !own.has(each) && !each.archived);
    return [
      ['', this.text.locations.top],
      ...others.map((each) => [each.locationId, tree.path(each)] as const),
    ];
  }

  private renderPeople(location: DirectoryLocation): TemplateResult {
    const { text } = this;
    const people = this.project.assignedTo(location);
    return html`<div class="section">
      <h2>${text.locations.people}</h2>
      ${
        people.length === 0
          ? html`<p class="muted">${text.none}</p>`
          : html`<ul class="plain">
              ${people.map(
                (person) =>
                  html`<li>
                    <a href=${adminAddress({ section: 'people', id: person.userId })} dir="auto"
                      >${displayName(person)}</a
                    >
                  </li>`,
              )}
            </ul>`
      }
    </div>`;
  }

  private renderArchive(location: DirectoryLocation): TemplateResult {
    const { locations } = this.text;
    return html`<div class="section">
      ${location.archived ? nothing : html`<p class="hint">${locations.archiveHint}</p>`}
      <div class="actions">
        <button
          class="button ${location.archived ? '' : 'danger'}"
          type="button"
          @click=${() => this.handleArchive(location)}
        >
          ${location.archived ? locations.unarchive : locations.archive}
        </button>
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'admin-locations': AdminLocations;
  }
}
