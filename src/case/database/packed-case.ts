import type { Case, CaseAttachment, CaseIndex } from '../case.ts';
import { CaseBlock } from './case-block.ts';
import type { PackedCases } from './packed-cases.ts';

/** One case of a block, read as it is asked for: as good as a `Case` for reading, but never to be kept or copied as one. */
export class PackedCase {
  constructor(
    private readonly block: CaseBlock,
    private readonly n: number,
  ) {}

  get caseId(): string {
    return this.block.field('caseId', this.n);
  }

  get caseType(): string {
    return this.block.field('caseType', this.n);
  }

  get caseName(): string {
    return this.block.field('caseName', this.n);
  }

  get ownerId(): string {
    return this.block.field('ownerId', this.n);
  }

  get status(): Case['status'] {
    return this.block.field('status', this.n) as Case['status'];
  }

  get dateOpened(): string {
    return this.block.field('dateOpened', this.n);
  }

  get lastModified(): string {
    return this.block.field('lastModified', this.n);
  }

  get userId(): string {
    return this.block.field('userId', this.n);
  }

  get externalId(): string {
    return this.block.field('externalId', this.n);
  }

  get category(): string {
    return this.block.field('category', this.n);
  }

  get state(): string {
    return this.block.field('state', this.n);
  }

  get properties(): Readonly<Record<string, string>> {
    return this.block.properties(this.n);
  }

  get indices(): readonly CaseIndex[] {
    return this.block.indices(this.n);
  }

  get attachments(): readonly CaseAttachment[] {
    return this.block.attachments(this.n);
  }

  /** One property, without reading the others. */
  property(name: string): string | undefined {
    return this.block.property(name, this.n);
  }

  /** Whether this is case `n` of that block. */
  isIn(block: CaseBlock, n: number): boolean {
    return this.block === block && this.n === n;
  }

  /** The case as plain data. */
  unpacked(): Case {
    return {
      caseId: this.caseId,
      caseType: this.caseType,
      caseName: this.caseName,
      ownerId: this.ownerId,
      status: this.status,
      dateOpened: this.dateOpened,
      lastModified: this.lastModified,
      userId: this.userId,
      externalId: this.externalId,
      category: this.category,
      state: this.state,
      properties: this.properties,
      indices: this.indices,
      attachments: this.attachments,
    };
  }
}

/** A case in memory: plain, or one of many in a block. */
export type HeldCase = Case | PackedCase;

/** The case as plain data. */
export function plainCase(of: HeldCase): Case {
  return of instanceof PackedCase ? of.unpacked() : of;
}

/** All cases of a block as plain data. */
export function unpackCases(packed: PackedCases): Case[] {
  const block = new CaseBlock(packed);
  return Array.from({ length: packed.size }, (_, n) => new PackedCase(block, n).unpacked());
}
