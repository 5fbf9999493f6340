import type { FinishedForm } from '../../../src/sync/submit-form.ts';

/** What a form of the tests does to one case. */
export interface TestBlock {
  readonly caseId: string;
  readonly create?: { readonly name?: string; readonly owner: string };
  readonly update?: Readonly<Record<string, string>>;
  /** Index name to the id of the case that it points to. */
  readonly index?: Readonly<Record<string, string>>;
  readonly relationship?: 'child' | 'extension';
  readonly close?: boolean;
}

/** A finished form with these case blocks. */
export function testForm(instanceId: string, ...blocks: readonly TestBlock[]): FinishedForm {
  const meta = `<meta><instanceID>${instanceId}</instanceID></meta>`;
  const xml = `<data xmlns="http://example.org/form">${blocks.map(blockXml).join('')}${meta}</data>`;
  return { formName: 'Visit', submission: { instanceId, xml, attachments: [] } };
}

function blockXml({ caseId, create, update, index, relationship, close }: TestBlock): string {
  const actions = [
    create &&
      `<create><case_type>t</case_type><case_name>${create.name ?? caseId}</case_name>` +
        `<owner_id>${create.owner}</owner_id></create>`,
    update && `<update>${leaves(update, '')}</update>`,
    index &&
      `<index>${leaves(index, ` case_type="t" relationship="${relationship ?? 'child'}"`)}</index>`,
    close && '<close/>',
  ];
  const attributes = `case_id="${caseId}" date_modified="2026-03-01T10:00:00Z"`;
  const namespace = 'xmlns="http://commcarehq.org/case/transaction/v2"';
  return `<case ${namespace} ${attributes}>${actions.filter(Boolean).join('')}</case>`;
}

function leaves(values: Readonly<Record<string, string>>, attributes: string): string {
  const entries = Object.entries(values);
  return entries.map(([name, value]) => `<${name}${attributes}>${value}</${name}>`).join('');
}
