import type { XmlAttribute, XmlElement } from '../../xml/xml-element.ts';
import { attributeOf, childElements, textOf } from '../../xml/xml-element.ts';
import type { FormDefinition } from '../definition/form-definition.ts';
import type { FormProblem } from '../definition/form-parse-error.ts';
import type { NodeDefinition } from '../definition/node-definition.ts';
import {
  instanceNamespace,
  isInstanceAttribute,
  isTemplate,
} from '../definition/parse-instance.ts';
import { InstanceMismatchError } from './instance-mismatch-error.ts';

/** A saved instance in the shape of its form, and what of it found no place there. */
export interface FittedInstance {
  readonly root: XmlElement;
  readonly problems: readonly FormProblem[];
}

/**
 * Brings a saved instance into the shape of a form. What the form has and the instance lacks is taken from the form: a
 * submission leaves out what was not relevant. Of a repeat there are as many items as were saved, unless the form fixes their
 * number. What only the instance has is left out and named. Throws {@link InstanceMismatchError} for one of another form.
 */
export function fitInstance(saved: XmlElement, definition: FormDefinition): FittedInstance {
  const root = definition.document.children[0] as NodeDefinition;
  refuseOther(saved, root, definition);
  const fitting = new Fitting();
  return {
    root: fitting.element(saved, { element: definition.instance, blank: false }, root),
    problems: fitting.problems,
  };
}

function refuseOther(saved: XmlElement, root: NodeDefinition, form: FormDefinition): void {
  const refuse = (reason: string) => {
    throw new InstanceMismatchError(form.file, reason);
  };
  const id = attributeOf(form.instance, 'id');
  const savedId = attributeOf(saved, 'id');
  const namespace = instanceNamespace(saved);
  if (saved.name !== root.name) refuse(`its root is <${saved.name}>, the form's <${root.name}>`);
  if (id !== undefined && id !== savedId) {
    refuse(`its id is ${savedId === undefined ? 'missing' : `"${savedId}"`}, the form's "${id}"`);
  }
  // Some servers give instances back without their namespace.
  if (namespace !== '' && root.namespace !== '' && namespace !== root.namespace) {
    refuse(`its namespace is "${namespace}", the form's "${root.namespace}"`);
  }
}

/** What the form has in a place, to fill in what was not saved there; `blank` without its values. */
interface Own {
  readonly element: XmlElement;
  readonly blank: boolean;
}

class Fitting {
  readonly problems: FormProblem[] = [];

  element(saved: XmlElement, own: Own | undefined, definition: NodeDefinition): XmlElement {
    return {
      ...saved,
      attributes: this.#attributes(saved, own?.element, definition),
      children:
        definition.children.length > 0
          ? this.#children(saved, own, definition)
          : this.#text(saved, definition),
    };
  }

  #children(saved: XmlElement, own: Own | undefined, definition: NodeDefinition): XmlElement[] {
    this.#nameUnknown(saved, definition);
    const allSaved = instancesByName(saved);
    const allOwn = instancesByName(own?.element);
    return inSavedPlaces(definition, allSaved.keys()).flatMap((child) => {
      const kept = allSaved.get(child.name) ?? [];
      const given = allOwn.get(child.name) ?? [];
      if (child.repeat !== undefined) return this.#items(kept, given.length, child);
      const defaults = given.map((element) => ({ element, blank: own?.blank ?? false }));
      return this.#asMany(Math.max(given.length, 1), kept, (at) => defaults[at], child);
    });
  }

  /** Where there is no template, the first item of the form stands for it, without its values. */
  #items(saved: readonly XmlElement[], fixed: number, repeat: NodeDefinition): XmlElement[] {
    const element = repeat.pattern as XmlElement;
    const own = { element, blank: !isTemplate(element) };
    const number = hasAnyNumber(repeat) ? saved.length : fixed;
    return this.#asMany(number, saved, () => own, repeat);
  }

  #asMany(
    number: number,
    saved: readonly XmlElement[],
    ownAt: (index: number) => Own | undefined,
    definition: NodeDefinition,
  ): XmlElement[] {
    for (const each of saved.slice(number)) {
      this.#leaveOut(each, definition.ref, 'the form has no more of this node');
    }
    const fitted = saved
      .slice(0, number)
      .map((each, at) => this.element(each, ownAt(at), definition));
    while (fitted.length < number) {
      const own = ownAt(fitted.length);
      if (own === undefined) break;
      fitted.push(filledIn(own, definition));
    }
    return fitted;
  }

  #text(saved: XmlElement, definition: NodeDefinition): string[] {
    this.#nameUnknown(saved, definition);
    const text = saved.children.filter((child) => typeof child === 'string').join('');
    return [definition.type === 'string' ? text : text.trim()];
  }

  #attributes(
    saved: XmlElement,
    own: XmlElement | undefined,
    definition: NodeDefinition,
  ): XmlAttribute[] {
    for (const { name, value } of saved.attributes.filter(isInstanceAttribute)) {
      if (definition.attribute(name) !== undefined) continue;
      this.#note(`the form has no such attribute; "${value}" is left out`, `${definition.ref}/@${name}`, saved.line); // prettier-ignore
    }
    if (definition.attributes.length === 0) return [];
    const allKept = attributesByName(saved);
    const allGiven = attributesByName(own);
    return definition.attributes.flatMap(({ name, namespace, prefix }) => {
      const kept = allKept.get(name);
      const given = allGiven.get(name);
      const isVersion = definition.depth === 1 && name === 'version' && given !== undefined;
      if (isVersion) this.#noteVersion(kept, given, definition.ref, saved.line);
      const value = isVersion ? given : (kept ?? given);
      return value === undefined ? [] : [{ name, namespace, prefix, value }];
    });
  }

  /** The answers are those of the form's version from now on. */
  #noteVersion(kept: string | undefined, given: string, ref: string, line: number): void {
    if (kept === undefined || kept === given) return;
    this.#note(`saved with version "${kept}", goes on with "${given}"`, ref, line);
  }

  #nameUnknown(saved: XmlElement, definition: NodeDefinition): void {
    for (const child of childElements(saved)) {
      if (definition.child(child.name) !== undefined) continue;
      this.#leaveOut(child, `${definition.ref}/${child.name}`, 'the form has no such node');
    }
  }

  #leaveOut(element: XmlElement, ref: string, why: string): void {
    this.#note(`${why}; what was saved there is left out`, ref, element.line);
  }

  #note(message: string, ref: string, line: number): void {
    this.problems.push({ message, ref, line });
  }
}

/** A place where nothing was saved, as the form has it. Authors of forms indent: their white space is no value. */
function filledIn({ element, blank }: Own, definition: NodeDefinition): XmlElement {
  const elements = childElements(element);
  const text = blank || elements.length > 0 ? '' : textOf(element).trim();
  const children = elements.flatMap((child) => {
    const below = definition.child(child.name) as NodeDefinition;
    const omitted = isTemplate(child) || (blank && below.repeat !== undefined);
    return omitted ? [] : filledIn({ element: child, blank }, below);
  });
  return { ...element, children: children.length > 0 ? children : [text] };
}

/**
 * The children in the order of the form, except for repeats that got their first item in an item of another repeat: both
 * engines put it behind everything else there.
 */
function inSavedPlaces(
  definition: NodeDefinition,
  savedNames: Iterable<string>,
): readonly NodeDefinition[] {
  const late = new Set<NodeDefinition>();
  let highest = -1;
  for (const name of savedNames) {
    const child = definition.child(name);
    if (child === undefined) continue;
    const isBehind = late.size > 0 || child.slot < highest;
    if (child.repeat !== undefined && isBehind) late.add(child);
    highest = Math.max(highest, child.slot);
  }
  if (late.size === 0) return definition.children;
  return [...definition.children.filter((child) => !late.has(child)), ...late];
}

/** True for a repeat that the user, or a count, adds to. */
function hasAnyNumber({ repeat }: NodeDefinition): boolean {
  return repeat !== undefined && (!repeat.noAddRemove || repeat.count !== undefined);
}

/** The children that are no templates, by name. */
function instancesByName(element: XmlElement | undefined): ReadonlyMap<string, XmlElement[]> {
  const byName = new Map<string, XmlElement[]>();
  for (const child of element === undefined ? [] : childElements(element)) {
    if (isTemplate(child)) continue;
    const sameName = byName.get(child.name);
    if (sameName === undefined) byName.set(child.name, [child]);
    else sameName.push(child);
  }
  return byName;
}

/** The values of its attributes; of two with one name the first. */
function attributesByName(element: XmlElement | undefined): ReadonlyMap<string, string> {
  const byName = new Map<string, string>();
  for (const { name, value } of element?.attributes ?? []) {
    if (!byName.has(name)) byName.set(name, value);
  }
  return byName;
}
