import type { CaseDatabase } from '../../src/case/case-database.ts';
import type { Directory } from '../../src/case/ownership/directory.ts';
import { readSubmission } from '../../src/openrosa/read-submission.ts';
import type { WorldUser } from '../../src/replay/world/world-directory.ts';
import { WorldServer } from '../../src/replay/world/world-server.ts';

/** The server's side of a project without SQL and HTTP: its people and places, which may change, and the cases of all. */
export class MemoryProject {
  readonly #server: WorldServer;

  /** `now` in milliseconds since 1970: when every form is received. */
  constructor(
    public directory: Directory,
    readonly now: number,
  ) {
    const rows = () => this.directory;
    const served = {
      get rows() {
        return rows();
      },
      user: worker,
    };
    this.#server = new WorldServer(served, () => now);
  }

  get cases(): CaseDatabase {
    return this.#server.cases;
  }

  /** What the server does with a form. Throws its reason where it refuses one. */
  receive(xml: string, userId: string): void {
    const { instanceId } = readSubmission(xml);
    const outcome = this.#server.submit(userId, { instanceId, xml, attachments: [] });
    if (outcome.kind !== 'accepted') throw new Error(outcome.message);
  }

  /** What the server sends to a user who holds nothing yet. */
  restoreOf(userId: string): string {
    return this.#server.restore(worker(userId), undefined) ?? '';
  }
}

/** A mobile worker of whom nothing is known: groups and locations stand in the directory. */
function worker(userId: string): WorldUser {
  return { userId, kind: 'mobile', name: userId, groups: [], locations: [], data: {} };
}
