import { createHash } from 'node:crypto';
import { at } from './read-xml.ts';
import type { Node } from './read-xml.ts';

export interface DeviceCase {
  readonly caseId: string;
  type: string;
  name: string;
  owner: string;
  open: boolean;
  readonly properties: Map<string, string>;
  /** By the name of the index. */
  readonly indices: Map<string, { readonly target: string; readonly extension: boolean }>;
}

const CASE_NAMESPACE = 'http://commcarehq.org/case/transaction/v2';

/** The cases on a device of another make: blocks are applied in document order, what is not live is purged. */
export class CaseSandbox {
  readonly cases = new Map<string, DeviceCase>();

  /** Applies all case blocks below a node. A block that a device refuses throws. */
  applyAll(node: Node, userId: string): void {
    if (node.name === 'case' && node.namespace === CASE_NAMESPACE) return this.apply(node, userId);
    for (const each of node.children) this.applyAll(each, userId);
  }

  private apply(block: Node, userId: string): void {
    const caseId = required(block, 'case_id');
    required(block, 'date_modified');
    for (const action of block.children) {
      if (action.name === 'create') this.create(caseId, action, userId);
      else this.change(caseId, action);
    }
  }

  private create(caseId: string, action: Node, userId: string): void {
    for (const { name } of action.children) {
      if (!['case_type', 'case_name', 'owner_id'].includes(name)) {
        throw new Error(`Expected one of [case_type, owner_id, case_name], found ${name}`);
      }
    }
    const owner = action.children.find(({ name }) => name === 'owner_id')?.text ?? userId;
    if (owner === '') throw new Error(`One of [user_id, owner_id] is missing for ${caseId}`);
    const known = this.cases.get(caseId) ?? {
      ...{ caseId, type: '', name: '', owner: '', open: true },
      ...{ properties: new Map(), indices: new Map() },
    };
    known.type = at(action, 'case_type').text;
    known.name = at(action, 'case_name').text;
    known.owner = owner;
    this.cases.set(caseId, known);
  }

  private change(caseId: string, action: Node): void {
    const known = this.cases.get(caseId);
    if (known === undefined) throw new Error(`Unable to update or close case ${caseId}`);
    if (action.name === 'close') known.open = false;
    if (action.name === 'update') for (const property of action.children) update(known, property);
    if (action.name === 'index') for (const index of action.children) link(known, index);
  }

  /** Drops what is not live for these owners. Written after the rules of commcare-core, not after anything of ours. */
  purge(owners: ReadonlySet<string>): void {
    this.dropDangling();
    const live = this.live(owners);
    for (const id of [...this.cases.keys()]) if (!live.has(id)) this.cases.delete(id);
  }

  /** Cases whose index leads nowhere go, with all that hangs on them. */
  private dropDangling(): void {
    for (let again = true; again;) {
      again = false;
      for (const [id, { indices }] of this.cases) {
        if ([...indices.values()].every(({ target }) => this.cases.has(target))) continue;
        this.cases.delete(id);
        again = true;
      }
    }
  }

  private live(owners: ReadonlySet<string>): Set<string> {
    const available = new Set<string>();
    const live = new Set<string>();
    const all = [...this.cases.values()];
    untilStill(available, () => {
      for (const each of all) {
        const hosts = hostsOf(each);
        const hangs = hosts.length === 0 || hosts.some((host) => available.has(host));
        if (each.open && hangs) available.add(each.caseId);
      }
    });
    for (const { caseId, owner } of all) {
      if (available.has(caseId) && owners.has(owner)) live.add(caseId);
    }
    untilStill(live, () => {
      for (const each of all) {
        if (each.open && hostsOf(each).some((host) => live.has(host))) live.add(each.caseId);
        if (!live.has(each.caseId)) continue;
        for (const { target } of each.indices.values()) live.add(target);
      }
    });
    return live;
  }

  /** `ccsh:` and the exclusive or of the MD5 sums of all case ids; nothing after it when there are none. */
  stateHash(): string {
    if (this.cases.size === 0) return 'ccsh:';
    const sum = Buffer.alloc(16);
    for (const id of this.cases.keys()) {
      const digest = createHash('md5').update(id, 'utf8').digest();
      for (let byte = 0; byte < 16; byte += 1) sum[byte]! ^= digest[byte]!;
    }
    return `ccsh:${sum.toString('hex')}`;
  }
}

function required(block: Node, attribute: string): string {
  const value = block.attributes[attribute];
  if (!value) throw new Error(`The ${attribute} attribute of a <case> wasn't set`);
  return value;
}

function update(known: DeviceCase, { name, text }: Node): void {
  if (name === 'case_type') known.type = text;
  else if (name === 'case_name') known.name = text;
  else if (name === 'owner_id') known.owner = text;
  else known.properties.set(name, text);
}

function link(known: DeviceCase, { name, text, attributes }: Node): void {
  const relationship = attributes['relationship'] ?? 'child';
  if (!['child', 'extension'].includes(relationship))
    throw new Error(`relationship ${relationship}`);
  if (text === '') known.indices.delete(name);
  else known.indices.set(name, { target: text, extension: relationship === 'extension' });
}

/** An index that is also a child index of the same case does not make an extension. */
function hostsOf({ indices }: DeviceCase): string[] {
  const all = [...indices.values()];
  const parents = new Set(all.filter(({ extension }) => !extension).map(({ target }) => target));
  const hosts = all.filter(({ extension, target }) => extension && !parents.has(target));
  return hosts.map(({ target }) => target);
}

function untilStill(set: ReadonlySet<string>, step: () => void): void {
  for (let size = -1; size !== set.size;) {
    size = set.size;
    step();
  }
}
