import type { FormInstance } from '../form-instance.ts';
import { fileNodes } from '../instance/file-nodes.ts';
import type { InstanceNode } from '../instance/instance-node.ts';
import type { AnswerFile, Attachment } from './attachment.ts';
import { fileParts } from './attachment.ts';
import { freeFileName } from './file-name.ts';

interface KeptFile {
  readonly file: AnswerFile;
  readonly submitted: boolean;
}

/** The files of a session by the names that its instance has for them; the instance alone says which are in use. */
export class SessionFiles {
  readonly #files = new Map<string, KeptFile>();

  /** `given` came with the instance. Throws `RangeError` for a name that comes twice. */
  constructor(
    private readonly form: FormInstance,
    given: Iterable<AnswerFile>,
    /** True when a server has what came with the instance. */
    private readonly submitted: boolean,
  ) {
    for (const file of given) {
      if (this.#files.has(file.name)) {
        throw new RangeError(`Two attachments are called ${file.name}: give each name once`);
      }
      this.#files.set(file.name, { file, submitted });
    }
  }

  /** The files that the instance names, in the order of the form. */
  attachments(includeIrrelevant: boolean): Attachment[] {
    return fileNodes(this.form.document)
      .filter((node) => includeIrrelevant || node.relevant)
      .map((node) => this.#attachment(node));
  }

  /** Keeps a file as the answer to `node`. Gives its name there, and what takes it back. */
  keep(file: AnswerFile, node: InstanceNode): { readonly name: string; undo(): void } {
    const name = freeFileName(file.name, this.#takenFrom(node));
    const before = this.#files.get(name);
    this.#files.set(name, { file, submitted: false });
    const undo = () => {
      if (before === undefined) this.#files.delete(name);
      else this.#files.set(name, before);
    };
    return { name, undo };
  }

  /** Lets go of what the instance does not name any more. */
  release(): void {
    if (this.#files.size === 0) return;
    const used = this.#usedNames();
    for (const name of this.#files.keys()) if (!used.has(name)) this.#files.delete(name);
  }

  /** A file of the node itself may be replaced under its name, unless a server knows another one by it. */
  #takenFrom(node: InstanceNode): ReadonlySet<string> {
    const taken = this.#usedNames();
    if (this.#files.get(node.lexical)?.submitted === false) taken.delete(node.lexical);
    return taken;
  }

  #usedNames(): Set<string> {
    return new Set(fileNodes(this.form.document).map((node) => node.lexical));
  }

  #attachment({ ref, lexical: name }: InstanceNode): Attachment {
    const kept = this.#files.get(name);
    return kept === undefined
      ? { ref, name, type: '', size: undefined, data: undefined, submitted: this.submitted }
      : { ref, name, ...fileParts(kept.file), submitted: kept.submitted };
  }
}
