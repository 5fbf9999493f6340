import type { NodeDefinition } from './node-definition.ts';

/** The namespace of entities. */
export const ENTITIES = 'http://www.opendatakit.org/xforms/entities';

/** An entity that a form may create or update, declared in a `meta` block. ODK XForms, "Entities". */
export interface EntityDefinition {
  /** The list of entities that it belongs to. */
  readonly dataset: string;
  /** The `entity` element, with its attributes and its label. */
  readonly target: NodeDefinition;
  /** The root, group or repeat in whose `meta` block it stands: each of its instances is an entity. */
  readonly container: NodeDefinition;
  /** The nodes whose binds say `entities:saveto`, each with the property that it is saved as. */
  readonly saved: readonly SavedProperty[];
}

export interface SavedProperty {
  readonly property: string;
  readonly source: NodeDefinition;
}
