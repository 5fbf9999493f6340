import type { XmlElement } from '../../xml/xml-element.ts';
import { attributeOf, childrenNamed } from '../../xml/xml-element.ts';
import type { EntityDefinition, SavedProperty } from './entity-definition.ts';
import { ENTITIES } from './entity-definition.ts';
import type { FormReader } from './form-reader.ts';
import type { NodeDefinition } from './node-definition.ts';
import { resolveReference } from './resolve-reference.ts';

/** Year and release of the newest specification that is followed here; patches do not count. */
const NEWEST = [2025, 1] as const;
const VERSION = /^v?(\d{4})\.(\d+)(?:\.\d+)?$/;

/**
 * Reads which entities a form creates or updates, and what is saved in them. A form for a newer specification than ours
 * is at fault, as the specification wants it.
 */
export function parseEntities(
  model: XmlElement,
  root: NodeDefinition,
  reader: FormReader,
): readonly EntityDefinition[] {
  const version = attributeOf(model, 'entities-version', ENTITIES);
  if (version === undefined) return noteVersionless(model, root, reader);
  checkVersion(version, model, reader);
  const saved = savedProperties(model, root, reader);
  const targets = root.descendants().filter(isEntity);
  const entities = targets.map((target) => defineEntity(target, model, reader));
  return entities.map((entity) => ({ ...entity, saved: saved.get(entity.container) ?? [] }));
}

function isEntity({ kind, name, parent }: NodeDefinition): boolean {
  return kind === 'element' && name === 'entity' && parent?.name === 'meta';
}

function noteVersionless(
  model: XmlElement,
  root: NodeDefinition,
  reader: FormReader,
): readonly EntityDefinition[] {
  const entity = root.child('meta')?.child('entity');
  if (entity !== undefined && reader.dialect === 'odk') {
    const remedy = `write entities:entities-version="2022.1.0" at the model (xmlns:entities="${ENTITIES}")`;
    reader.problem(
      `the form has an entity, but does not say by which rules: ${remedy}`,
      model,
      entity.ref,
    );
  }
  return [];
}

function checkVersion(version: string, model: XmlElement, reader: FormReader): void {
  const [, year, release] = VERSION.exec(version.trim()) ?? [];
  if (year === undefined) {
    reader.problem(`the entities-version "${version}" is none: write it as 2022.1.0`, model);
  } else if (
    Number(year) > NEWEST[0] ||
    (Number(year) === NEWEST[0] && Number(release) > NEWEST[1])
  ) {
    const known = NEWEST.join('.');
    reader.problem(
      `the entities-version ${version} is newer than ${known}, which is known here`,
      model,
    );
  }
}

function defineEntity(target: NodeDefinition, model: XmlElement, reader: FormReader) {
  const dataset = target.pattern && attributeOf(target.pattern, 'dataset');
  if (!dataset) reader.problem('an entity needs a dataset', target.pattern ?? model, target.ref);
  return { dataset: dataset ?? '', target, container: containerOf(target) };
}

function containerOf(target: NodeDefinition): NodeDefinition {
  return target.parent?.parent as NodeDefinition;
}

/** By the container whose entity they are saved in: the nearest around the node that has one. */
function savedProperties(model: XmlElement, root: NodeDefinition, reader: FormReader) {
  const saved = new Map<NodeDefinition, SavedProperty[]>();
  for (const bind of childrenNamed(model, 'bind')) {
    const property = attributeOf(bind, 'saveto', ENTITIES)?.trim();
    const source = property
      ? resolveReference(attributeOf(bind, 'nodeset') ?? '', root)
      : undefined;
    if (!property || source === undefined) continue;
    if (property.startsWith('__')) {
      reader.problem(
        `properties that begin with __, as "${property}", are the server's`,
        bind,
        source.ref,
      );
    }
    const container = nearestContainer(source);
    if (container === undefined) {
      reader.problem(
        `"${property}" is to be saved in an entity, and there is none`,
        bind,
        source.ref,
      );
    } else saved.set(container, [...(saved.get(container) ?? []), { property, source }]);
  }
  return saved;
}

function nearestContainer(source: NodeDefinition): NodeDefinition | undefined {
  for (let each = source.parent; each !== undefined; each = each.parent) {
    if (each.child('meta')?.child('entity') !== undefined) return each;
  }
  return undefined;
}
