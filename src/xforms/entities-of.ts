import type { EntityDefinition } from './definition/entity-definition.ts';
import type { FormInstance } from './form-instance.ts';
import { nodesUnder } from './instance/find-nodes.ts';
import type { InstanceNode } from './instance/instance-node.ts';

/** An entity as a filled-in form leaves it. ODK XForms, "Entities". */
export interface Entity {
  readonly dataset: string;
  readonly id: string;
  /** What the server is to do; `update` where the form asks for both. */
  readonly action: 'create' | 'update';
  readonly label: string;
  /** The version that the form saw of an entity that it updates, and where that came from; `''` for a new one. */
  readonly baseVersion: string;
  readonly trunkVersion: string;
  readonly branchId: string;
  /** By name; what is not relevant is left out. */
  readonly properties: ReadonlyMap<string, string>;
}

/** The entities that a form, as it is filled in now, creates or updates, in document order. */
export function entitiesOf(form: FormInstance): Entity[] {
  return form.definition.entities.flatMap((definition) =>
    nodesUnder(form.document, definition.target).flatMap(
      (node) => entityAt(node, definition) ?? [],
    ),
  );
}

function entityAt(node: InstanceNode, definition: EntityDefinition): Entity | undefined {
  const attribute = (name: string) => node.attribute(name)?.text ?? '';
  const action = isTrue(attribute('update'))
    ? 'update'
    : isTrue(attribute('create'))
      ? 'create'
      : undefined;
  if (action === undefined || !node.relevant) return undefined;
  return {
    dataset: attribute('dataset'),
    id: attribute('id'),
    action,
    label: node.childrenNamed('label')[0]?.text ?? '',
    baseVersion: attribute('baseVersion'),
    trunkVersion: attribute('trunkVersion'),
    branchId: attribute('branchId'),
    properties: propertiesOf(node.parent?.parent as InstanceNode, definition),
  };
}

function isTrue(text: string): boolean {
  return text === '1' || text === 'true';
}

function propertiesOf(
  container: InstanceNode,
  { saved }: EntityDefinition,
): ReadonlyMap<string, string> {
  const properties = new Map<string, string>();
  for (const { property, source } of saved) {
    const node = nodesUnder(container, source).find(({ relevant }) => relevant);
    if (node !== undefined) properties.set(property, node.text);
  }
  return properties;
}
