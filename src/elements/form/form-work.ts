import { formIdOf } from '../../xforms/definition/form-id-of.ts';
import type { FormInstance } from '../../xforms/form-instance.ts';
import { instanceIdOf } from '../../xforms/instance/instance-id.ts';
import type { InstanceNode } from '../../xforms/instance/instance-node.ts';
import type { WorkIds } from '../events/work-event.ts';

/** What is worked on in a form: read when it is asked for, because events come often and are seldom asked. */
export class FormWork implements WorkIds {
  constructor(
    private readonly form: FormInstance | undefined,
    readonly sessionId: string,
    private readonly openedFor: readonly string[],
  ) {}

  get formId(): string {
    return this.form === undefined ? '' : formIdOf(this.form.definition);
  }

  get instanceId(): string {
    return this.form === undefined ? '' : instanceIdOf(this.form.root);
  }

  get caseIds(): readonly string[] {
    const found = this.form === undefined ? [] : caseIdsIn(this.form.root);
    return [...new Set([...this.openedFor, ...found])];
  }
}

/** Of all case blocks that would be sent. */
function caseIdsIn(node: InstanceNode): readonly string[] {
  if (!node.relevant) return [];
  if (node.name.toLowerCase() !== 'case') return node.children.flatMap(caseIdsIn);
  const id = node.attributes.find(({ name }) => name === 'case_id')?.text ?? '';
  return id === '' ? [] : [id];
}
