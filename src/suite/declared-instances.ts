import type { AppDefinition } from './app-definition.ts';
import type { InstanceDeclaration } from './instance-declaration.ts';

/** What the stack of an endpoint may read: it belongs to no entry that could declare more. */
export const COMMON_INSTANCES: readonly InstanceDeclaration[] = [
  { id: 'casedb', src: 'jr://instance/casedb' },
  { id: 'commcaresession', src: 'jr://instance/session' },
];

/** Every instance that the app declares at any of its places. */
export function declaredInstances(app: AppDefinition): readonly InstanceDeclaration[] {
  const declared = [...app.entries.values()].flatMap((entry) => entry.instances);
  return [...new Map([...declared, ...COMMON_INSTANCES].map((each) => [each.id, each])).values()];
}
