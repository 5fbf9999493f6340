import type { FormInstance } from '../../xforms/form-instance.ts';
import type { LineOf } from '../format/line-shapes.ts';
import { canonicalXml } from './canonical-xml.ts';
import { describeScreen } from './describe-screen.ts';
import { Divergence } from './divergence.ts';
import { firstDifference } from './first-difference.ts';
import type { Stage } from './stage.ts';

/** The form is kept as a draft and opened again: nothing of it may be another then. */
export async function playReopen(stage: Stage, { place }: LineOf<'reopen'>): Promise<void> {
  const { device, form } = await stage.form(place);
  const { draftId = '' } = device.session.getSnapshot().context.opened ?? {};
  const before = textsOf(form);
  await device.sendToForm({ type: 'leave' });
  if ((await device.sandbox.store.readDraft(draftId)) === undefined)
    throw new Divergence({
      place,
      expected: 'something to keep',
      actual: 'nothing was answered yet',
    });
  await device.send({ type: 'resumeDraft', id: draftId });
  const { form: again } = device;
  if (again === undefined) {
    const actual = describeScreen(device);
    throw new Divergence({ place, expected: 'that the form opens again', actual });
  }
  const difference = firstDifference(before, textsOf(again));
  if (difference === undefined) return;
  throw new Divergence({
    place,
    subject: { label: 'The form as it was left', path: '' },
    ...difference,
  });
}

/** What it is worth, and what would be sent of it. */
function textsOf(form: FormInstance): string {
  return [form.draftXml(), form.submissionXml()].map((xml) => canonicalXml(xml, [])).join('');
}
