import type { LookupRow } from '../project/lookup-table.ts';
import type { ProjectChange, ProjectState } from '../project/project-change.ts';
import type { AdminClient, AuditPage, PersonImpact } from '../elements/admin/admin-client.ts';

/** The administration of the project server, over fetch with its session cookie. Rejects with the server's sentence. */
export class AdminServer implements AdminClient {
  read(): Promise<ProjectState> {
    return ask('/api/admin/directory');
  }

  async impact(changes: readonly ProjectChange[]): Promise<readonly PersonImpact[]> {
    const { users } = await ask<{ users: PersonImpact[] }>('/api/admin/impact', { changes });
    return users;
  }

  async change(changes: readonly ProjectChange[]): Promise<void> {
    await ask('/api/admin/changes', { changes });
  }

  rows(code: string): Promise<readonly LookupRow[]> {
    return ask(`/api/admin/tables/${encodeURIComponent(code)}`);
  }

  audit(before: number | undefined): Promise<AuditPage> {
    return ask(`/api/admin/audit${before === undefined ? '' : `?before=${before}`}`);
  }
}

async function ask<Answer>(path: string, body?: unknown): Promise<Answer> {
  const post = { method: 'POST', headers: { 'Content-Type': 'application/json' } };
  const init = body === undefined ? {} : { ...post, body: JSON.stringify(body) };
  const response = await fetch(path, init);
  const answer: unknown = response.status === 204 ? undefined : await response.json();
  if (response.ok) return answer as Answer;
  throw new Error((answer as { message?: string }).message ?? response.statusText);
}
