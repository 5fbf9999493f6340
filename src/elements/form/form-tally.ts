import { isAnswerable } from '../../xforms/answered-share.ts';
import type { ControlNode } from '../../xforms/control-node.ts';
import type { InstanceNode } from '../../xforms/instance/instance-node.ts';
import { isVisible } from '../../xforms/visible-control.ts';
import { isSupported } from './control-elements.ts';
import { isContainer, type FormProgress, type SectionProgress } from './form-progress.ts';
import { TallyPart, type Counts } from './tally-part.ts';

/** Says what shows at a node; `undefined` when nothing is wrong. */
type ErrorOf = (node: InstanceNode) => unknown;

const NONE: Counts = { total: 0, answered: 0, required: 0, wrong: 0 };

/**
 * Counts the questions of a form, and goes on counting: what has changed is counted anew, and nothing else, however long the form is.
 * What is on the page has a part in a tree of the form's groups, repeats and items, which know the sums of what lies in them.
 */
export class FormTally {
  readonly #whole = new TallyPart(undefined, undefined);
  readonly #parts = new Map<InstanceNode, TallyPart | Set<TallyPart>>();
  #toCheck: readonly ControlNode[] | undefined;

  /** Counts all of it once. */
  constructor(
    controls: readonly ControlNode[],
    private readonly errorOf: ErrorOf,
  ) {
    this.#whole.below = controls.map((control) => this.#enter(control, this.#whole));
  }

  /** Counts anew what shows a node of which something has changed. */
  refresh(node: InstanceNode): void {
    for (const part of this.#partsOf(node)) if (this.#has(node, part)) this.#refresh(part);
  }

  get progress(): FormProgress {
    const { total, answered, required, wrong } = this.#whole;
    return {
      ...{ total, answered, wrong },
      toCheck: this.#wrongOnes,
      sections: sectionsOf(this.#whole.below),
      mixesRequired: required > 0 && required < total,
    };
  }

  /** The controls from the top of the form down to this one, which is last; `[]` for one that is not on the page. */
  pathTo(control: ControlNode): readonly ControlNode[] {
    const path: ControlNode[] = [];
    let part = this.#partsOf(control.node).find((each) => each.control === control);
    for (; part?.control !== undefined; part = part.around) path.unshift(part.control);
    return path;
  }

  get #wrongOnes(): readonly ControlNode[] {
    return (this.#toCheck ??= this.#whole.wrongOnes());
  }

  #enter(control: ControlNode, around: TallyPart): TallyPart {
    const part = new TallyPart(control, around);
    this.#register(control.node, part);
    this.#refresh(part);
    return part;
  }

  #refresh(part: TallyPart): void {
    const control = part.control as ControlNode;
    if (isContainer(control)) this.#matchBelow(part, control);
    else this.#count(part, this.#countsOf(control));
  }

  /** Of what is not asked nothing is kept: it is counted when it is asked. */
  #matchBelow(part: TallyPart, control: ControlNode): void {
    const controls = control.relevant ? control.children : [];
    if (part.holds(controls)) return;
    const before = new Map(part.below.map((each) => [each.control, each]));
    part.below = controls.map((each) => before.get(each) ?? this.#enter(each, part));
    const after = new Set(controls);
    for (const [gone, below] of before) if (!after.has(gone as ControlNode)) this.#leave(below);
    this.#toCheck = undefined;
  }

  #leave(part: TallyPart): void {
    for (const below of part.below) this.#leave(below);
    if (part.below.length === 0) this.#count(part, NONE);
    this.#unregister(part);
  }

  #countsOf(control: ControlNode): Counts {
    const { node, relevant } = control;
    if (!relevant) return NONE;
    const wrong = Number(this.errorOf(node) !== undefined);
    if (!isSupported(control) || !isAnswerable(control)) return { ...NONE, wrong };
    return {
      ...{ total: 1, wrong },
      answered: Number(node.lexical !== ''),
      required: Number(node.required),
    };
  }

  #count(part: TallyPart, counts: Counts): void {
    if (part.wrong !== counts.wrong) this.#toCheck = undefined;
    part.count(counts);
  }

  #partsOf(node: InstanceNode): readonly TallyPart[] {
    const known = this.#parts.get(node);
    if (known instanceof Set) return [...known];
    return known === undefined ? [] : [known];
  }

  #has(node: InstanceNode, part: TallyPart): boolean {
    const known = this.#parts.get(node);
    return known === part || (known instanceof Set && known.has(part));
  }

  /** Thousands of nodes have one part each, so that one needs no set. */
  #register(node: InstanceNode, part: TallyPart): void {
    const known = this.#parts.get(node);
    if (known === undefined) this.#parts.set(node, part);
    else if (known instanceof Set) known.add(part);
    else this.#parts.set(node, new Set([known, part]));
  }

  #unregister(part: TallyPart): void {
    const { node } = part.control as ControlNode;
    const known = this.#parts.get(node);
    if (known instanceof Set) known.delete(part);
    if (known === part || (known instanceof Set && known.size === 0)) this.#parts.delete(node);
  }
}

/** The named parts of the top level; a single group around everything is opened. */
function sectionsOf(parts: readonly TallyPart[]): readonly SectionProgress[] {
  const only = onlyVisible(parts);
  if (only?.control?.kind === 'group') return sectionsOf(only.below);
  return parts.filter(isSection).map(progressOf);
}

function onlyVisible(parts: readonly TallyPart[]): TallyPart | undefined {
  const first = parts.findIndex(isShown);
  const isAlone = first >= 0 && !parts.slice(first + 1).some(isShown);
  return isAlone ? parts[first] : undefined;
}

function isShown({ control }: TallyPart): boolean {
  return control !== undefined && isVisible(control);
}

function isSection(part: TallyPart): boolean {
  const { control } = part;
  return (
    control !== undefined && isContainer(control) && isShown(part) && control.label !== undefined
  );
}

function progressOf({ control, total, answered, wrong }: TallyPart): SectionProgress {
  return { control: control as ControlNode, total, answered, wrong };
}
