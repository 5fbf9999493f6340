import type { Principal } from '../auth/credential-check.ts';
import type { ProjectDirectory } from '../directory/project-directory.ts';
import type { Services } from '../services.ts';
import type { SyncTokenRow } from '../sql/sync-tokens.ts';
import type { RestoreRequest } from './restore-request.ts';

/** Whose restore it is, and what of it is asked for. */
export interface RestoreSubject {
  readonly services: Services;
  readonly principal: Principal;
  readonly directory: ProjectDirectory;
  readonly request: RestoreRequest;
  /** What the client holds; nothing when absent. */
  readonly base: SyncTokenRow | undefined;
  /** When the request has waited long enough for what is being prepared; milliseconds since 1970-01-01T00:00Z. */
  readonly deadline: number;
}
