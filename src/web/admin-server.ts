import type { AppSettings, ProjectApp } from '../project/project-app.ts';
import type { LookupRow } from '../project/lookup-table.ts';
import type { ProjectChange, ProjectState } from '../project/project-change.ts';
import type { CaseDetails, CasePage, CaseQuery, Holdings } from '../elements/admin/case-records.ts';
import type {
  AdminClient,
  AuditPage,
  ConcernPage,
  PersonImpact,
} from '../elements/admin/admin-client.ts';

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

  apps(): Promise<readonly ProjectApp[]> {
    return ask('/api/admin/apps');
  }

  async uploadApp(file: File, appId: string | undefined): Promise<void> {
    const query = new URLSearchParams({ file: file.name });
    if (appId !== undefined) query.set('app', appId);
    const headers = { 'Content-Type': 'application/octet-stream' };
    await answerTo(`/api/admin/apps?${query}`, { method: 'POST', headers, body: file });
  }

  async saveApp(appId: string, settings: AppSettings): Promise<void> {
    await ask(`/api/admin/apps/${encodeURIComponent(appId)}`, settings);
  }

  async removeApp(appId: string): Promise<void> {
    await answerTo(`/api/admin/apps/${encodeURIComponent(appId)}`, { method: 'DELETE' });
  }

  rows(code: string): Promise<readonly LookupRow[]> {
    return ask(`/api/admin/tables/${encodeURIComponent(code)}`);
  }

  cases(search: CaseQuery, offset: number): Promise<CasePage> {
    return ask('/api/admin/case-search', { ...search, offset });
  }

  caseDetails(caseId: string): Promise<CaseDetails> {
    return ask(`/api/admin/cases/${encodeURIComponent(caseId)}`);
  }

  async ownerImpact(caseIds: readonly string[], ownerId: string): Promise<readonly PersonImpact[]> {
    const { users } = await ask<{ users: OwnerImpact[] }>('/api/admin/case-owner/impact', {
      caseIds,
      ownerId,
    });
    return users.map(({ appear, disappear, ...user }) => {
      const nothing = { gained: [], lost: [], registration: 'same' } as const;
      return { ...user, ...nothing, cases: { appear, disappear } };
    });
  }

  async giveCases(caseIds: readonly string[], ownerId: string): Promise<number> {
    const { count } = await ask<{ count: number }>('/api/admin/case-owner', { caseIds, ownerId });
    return count;
  }

  holdings(userId: string): Promise<Holdings> {
    return ask(`/api/admin/holdings/${encodeURIComponent(userId)}`);
  }

  concerns(before: number | undefined, withSeen: boolean): Promise<ConcernPage> {
    const page = before === undefined ? '' : `&before=${before}`;
    return ask(`/api/admin/concerns?seen=${withSeen}${page}`);
  }

  async markSeen(sequences: readonly number[]): Promise<void> {
    await ask('/api/admin/concerns/seen', { sequences });
  }

  audit(before: number | undefined): Promise<AuditPage> {
    return ask(`/api/admin/audit${before === undefined ? '' : `?before=${before}`}`);
  }
}

interface OwnerImpact {
  readonly userId: string;
  readonly username: string;
  readonly displayName: string;
  readonly appear: number;
  readonly disappear: number;
}

async function ask<Answer>(path: string, body?: unknown): Promise<Answer> {
  const post = { method: 'POST', headers: { 'Content-Type': 'application/json' } };
  return answerTo(path, body === undefined ? {} : { ...post, body: JSON.stringify(body) });
}

async function answerTo<Answer>(path: string, init: RequestInit): Promise<Answer> {
  const response = await fetch(path, init);
  const answer: unknown = response.status === 204 ? undefined : await response.json();
  if (response.ok) return answer as Answer;
  throw new Error((answer as { message?: string }).message ?? response.statusText);
}
