import { MAX_LENGTH } from '../../case/case-text.ts';
import type { ProjectDefinition } from './project-definition.ts';
import { ProjectDefinitionError, ProjectDefinitionSchema } from './project-definition.ts';
import * as v from 'valibot';

export const FIRST_ADMINISTRATOR = 'admin';

/** A project with nothing in it but somebody who can set it up. Throws ProjectDefinitionError for a name without letters or digits, or a very long one. */
export function emptyProject(name: string, password: string): ProjectDefinition {
  const domain = domainOf(name);
  if (domain === '')
    throw new ProjectDefinitionError(
      `A project cannot be called “${name}”: use some letters of a to z.`,
    );
  if (name.trim().length > MAX_LENGTH)
    throw new ProjectDefinitionError(
      `The name of a project has at most ${MAX_LENGTH} characters, not ${name.trim().length}.`,
    );
  const users = [{ username: FIRST_ADMINISTRATOR, password, role: 'admin', kind: 'web' }];
  return v.parse(ProjectDefinitionSchema, { domain, name, users });
}

/** `Amani district` → `amani-district`: what stands in addresses. */
function domainOf(name: string): string {
  const plain = name.normalize('NFKD').toLowerCase();
  return plain
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 80);
}
