import type { AnyStateMachine, AnyStateNode, AnyTransitionDefinition } from 'xstate';
import { actorName, transitionLabel } from './transition-label.ts';

/**
 * The machine as Markdown: a Mermaid `stateDiagram-v2` with nested, parallel and final states, invoked actors, and
 * every transition from one state to another with its event and [guard]; below it a list of what such a diagram cannot
 * show: events that a state handles without leaving it, and ways from a state to one inside or around it.
 */
export function stateDiagram(machine: AnyStateMachine): string {
  const root = machine.root;
  const states = root.type === 'parallel' ? compositeLines(root) : insideLines(root);
  const diagram = ['stateDiagram-v2', ...indented(states)].join('\n');
  const asides = descendantsOf(root).flatMap(asideLines);
  return ['```mermaid', diagram, '```', ...(asides.length > 0 ? ['', ...asides] : [])].join('\n');
}

function stateLines(node: AnyStateNode): string[] {
  return childrenOf(node).length > 0 ? compositeLines(node) : leafLines(node);
}

function compositeLines(node: AnyStateNode): string[] {
  const title = plain([node.key, ...invokesOf(node)].join(', '));
  return [`state "${title}" as ${idOf(node)} {`, ...indented(insideLines(node)), '}'];
}

function leafLines(node: AnyStateNode): string[] {
  const title = node.type === 'history' ? `${node.key} (history)` : node.key;
  return [title, ...invokesOf(node)].map((line) => `${idOf(node)} : ${plain(line)}`);
}

function invokesOf(node: AnyStateNode): string[] {
  return node.invoke.map(({ src }) => `invokes ${actorName(src)}`);
}

function insideLines(node: AnyStateNode): string[] {
  const regions = childrenOf(node).map(stateLines);
  const children = node.type === 'parallel' ? regions.flatMap(besideEachOther) : regions.flat();
  return [...children, ...startAndEndLines(node), ...edgeLines(node)];
}

function besideEachOther(region: readonly string[], at: number): string[] {
  return at === 0 ? [...region] : ['--', ...region];
}

function startAndEndLines(node: AnyStateNode): string[] {
  const final = childrenOf(node).filter((child) => child.type === 'final');
  const initial = node.type === 'parallel' ? undefined : node.initial?.target[0];
  const first = initial && childrenOf(node).find((child) => isWithin(initial, child));
  return [
    ...(first ? [`[*] --> ${idOf(first)}`] : []),
    ...final.map((child) => `${idOf(child)} --> [*]`),
  ];
}

/** The edges whose ends have `node` as the innermost state around both. */
function edgeLines(node: AnyStateNode): string[] {
  const edges = descendantsOf(node).flatMap((source) =>
    transitionsOf(source).flatMap((transition) => edgesOf(transition)),
  );
  return edges.filter(([source, target]) => innermostAround(source, target) === node).map(edgeLine);
}

type Edge = readonly [source: AnyStateNode, target: AnyStateNode, label: string];

function edgesOf(transition: AnyTransitionDefinition): Edge[] {
  const targets = transition.target ?? [];
  const drawn = targets.filter((target) => canBeDrawn(transition.source, target));
  return drawn.map((target) => [transition.source, target, transitionLabel(transition)]);
}

// Mermaid has no edge between a state and one inside it, and none from a composite state to itself.
function canBeDrawn(source: AnyStateNode, target: AnyStateNode): boolean {
  if (source === target) return childrenOf(source).length === 0;
  return !isWithin(source, target) && !isWithin(target, source);
}

function edgeLine([source, target, label]: Edge): string {
  return `${idOf(source)} --> ${idOf(target)}${label && ` : ${plain(label)}`}`;
}

function asideLines(node: AnyStateNode): string[] {
  const transitions = transitionsOf(node);
  const staying = transitions.filter(({ target }) => !target?.length);
  const targets = new Set(transitions.flatMap(({ target }) => target ?? []));
  const undrawn = [...targets].filter((target) => !canBeDrawn(node, target));
  return [
    ...asideLine(node, 'stays', staying),
    ...undrawn.flatMap((target) => {
      const leading = transitions.filter((transition) => transition.target?.includes(target));
      return asideLine(node, `goes to \`${nameOf(target)}\``, leading);
    }),
  ];
}

function asideLine(node: AnyStateNode, does: string, at: AnyTransitionDefinition[]): string[] {
  const labels = unique(at.map((transition) => `\`${transitionLabel(transition)}\``));
  return labels.length > 0 ? [`- \`${nameOf(node)}\` ${does} at ${labels.join(', ')}`] : [];
}

function transitionsOf(node: AnyStateNode): AnyTransitionDefinition[] {
  return [...[...node.transitions.values()].flat(), ...(node.always ?? [])];
}

function childrenOf(node: AnyStateNode): AnyStateNode[] {
  return Object.values(node.states);
}

/** The state and all states inside it. */
function descendantsOf(node: AnyStateNode): AnyStateNode[] {
  return [node, ...childrenOf(node).flatMap(descendantsOf)];
}

function innermostAround(one: AnyStateNode, other: AnyStateNode): AnyStateNode | undefined {
  let around = one.parent;
  while (around && !isWithin(other, around)) around = around.parent;
  return around;
}

function isWithin(node: AnyStateNode | undefined, around: AnyStateNode): boolean {
  return node !== undefined && (node === around || isWithin(node.parent, around));
}

function nameOf(node: AnyStateNode): string {
  return node.path.join('.') || node.key;
}

/** An id that Mermaid takes for no word of its own. */
function idOf(node: AnyStateNode): string {
  const id = nameOf(node).replace(/\W+/g, '_');
  return /^(end|state|note|class|classDef|style|direction|default|as)$/i.test(id) ? `${id}_` : id;
}

/** Text without the signs that end a description in Mermaid. */
function plain(text: string): string {
  return text.replace(/[:;#{}"<>\s]+/g, ' ').trim();
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}

function unique(lines: readonly string[]): string[] {
  return [...new Set(lines)];
}
