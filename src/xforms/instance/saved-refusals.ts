import type { XmlAttribute, XmlElement } from '../../xml/xml-element.ts';
import type { RefusedAnswer } from '../refused-answers.ts';

/** Ours: what a draft says of itself beside the instance. */
const DRAFT_NAMESPACE = 'urn:caseload:draft';
const NAME = 'refused';

interface SavedRefusal {
  readonly ref: string;
  readonly value: string;
  readonly reason: RefusedAnswer['reason'];
  readonly message: string;
}

/** The root of a draft with the answers that the form did not take, in an attribute of their own. */
export function withRefusals(root: XmlElement, refused: readonly RefusedAnswer[]): XmlElement {
  if (refused.length === 0) return root;
  const saved = refused.map(({ edit: { ref, value }, reason, message }): SavedRefusal => {
    return { ref, value, reason, message };
  });
  return { ...root, attributes: [...root.attributes, attributeFor(JSON.stringify(saved))] };
}

/** The root of a draft without them, and they. What cannot be read is left out: the instance itself is whole. */
export function takeRefusals(saved: XmlElement): {
  readonly root: XmlElement;
  readonly refused: readonly RefusedAnswer[];
} {
  const found = saved.attributes.find(isOurs);
  if (found === undefined) return { root: saved, refused: [] };
  const attributes = saved.attributes.filter((each) => each !== found);
  return { root: { ...saved, attributes }, refused: readRefusals(found.value) };
}

function attributeFor(value: string): XmlAttribute {
  return { name: NAME, namespace: DRAFT_NAMESPACE, prefix: 'draft', value };
}

function isOurs({ name, namespace }: XmlAttribute): boolean {
  return namespace === DRAFT_NAMESPACE && name === NAME;
}

function readRefusals(text: string): RefusedAnswer[] {
  const list = parsed(text);
  return (Array.isArray(list) ? list : []).filter(isSavedRefusal).map((saved) => {
    const { ref, value, reason, message } = saved;
    return { edit: { kind: 'setValue', ref, value }, reason, message };
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isSavedRefusal(item: unknown): item is SavedRefusal {
  if (typeof item !== 'object' || item === null) return false;
  const { ref, value, reason, message } = item as Partial<Record<keyof SavedRefusal, unknown>>;
  return [ref, value, reason, message].every((each) => typeof each === 'string');
}
