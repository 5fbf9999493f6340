import type { FormEntryEvent } from '../../machines/form-entry.ts';
import type { FormInstance } from '../../xforms/form-instance.ts';
import type { InstanceNode } from '../../xforms/instance/instance-node.ts';
import type { SyncReport } from '../../sync/synchronize.ts';
import type { LineOf, Place } from '../format/line-shapes.ts';
import { describeScreen, reasonOf } from './describe-screen.ts';
import type { Device } from './device.ts';
import { claim, Divergence, shown } from './divergence.ts';
import { whyProperty, subjectOf } from './explain.ts';
import type { Stage } from './stage.ts';

// The lines by which a form is finished, and by which it leaves the device.

export async function playSubmit(stage: Stage, line: LineOf<'submit'>): Promise<void> {
  const { device } = await stage.form(line.place);
  const ending = await finish(stage, device, line, { type: 'complete' });
  const of = { place: line.place, subject: FORM };
  claim(of, 'the questions that are not right:', line.invalid, ending.invalid);
  claim(of, 'the candidates', line.candidates, ending.candidates);
  claim(of, 'the proposed owner', line.suggested, ending.suggested);
  claim(of, 'the reason', line.reason, ending.reason);
  claim(of, 'the message', line.message, ending.message);
}

export async function playChooseOwner(stage: Stage, line: LineOf<'chooseOwner'>): Promise<void> {
  const { device } = await stage.form(line.place);
  const step = device.caseManagement?.getSnapshot();
  const candidates = step?.value === 'askingOwner' ? step.context.candidates : undefined;
  const chosen = candidates?.find(({ id, name }) => id === line.subject || name === line.subject);
  if (chosen === undefined) {
    const names = candidates?.map(({ id, name }) => `${name} (${id})`).join(', ');
    throw new Divergence({
      place: line.place,
      expected: `that the person is asked, and ${line.subject} is a candidate`,
      actual: names === undefined ? 'nobody is asked for an owner' : `the candidates are ${names}`,
    });
  }
  await finish(stage, device, line, { type: 'owner.choose', ownerId: chosen.id });
}

export async function playConfirmOwner(stage: Stage, line: LineOf<'confirmOwner'>): Promise<void> {
  const { device } = await stage.form(line.place);
  await finish(stage, device, line, { type: 'owner.confirm' });
}

export async function playSync(stage: Stage, line: LineOf<'sync'>): Promise<void> {
  const device = await stage.device(line.place);
  await device.synchronize();
  const { report, problem } = device.sync.getSnapshot().context;
  const of = {
    place: line.place,
    subject: { label: 'Sync', path: '' },
    why: () => (problem ? [problem] : []),
  };
  claim(of, 'the outcome', line.outcome ?? 'done', report?.end.kind ?? 'failed');
  claim(
    { ...of, why: () => whyRejected(report) },
    'the forms that the server refuses:',
    line.rejected ?? [],
    report?.rejected.map(({ formName }) => formName) ?? [],
  );
  claim(of, 'the cases that moved:', line.departed, movedNames(report?.departed));
}

const FORM = { label: 'The form', path: '' };

type Outcome = NonNullable<LineOf<'submit'>['outcome']>;

/** How an attempt to finish a form ended, with what the person is told. */
interface Ending {
  readonly outcome: Outcome;
  readonly invalid?: readonly string[];
  readonly candidates?: readonly string[];
  readonly suggested?: string;
  readonly reason?: string;
  readonly message?: string;
  readonly departed?: readonly string[];
}

interface FinishingLine {
  readonly place: Place;
  readonly outcome?: Outcome;
  readonly departed?: readonly string[];
}

/** Takes the form one step further, and holds what became of it against the line. */
async function finish(
  stage: Stage,
  device: Device,
  line: FinishingLine,
  event: FormEntryEvent,
): Promise<Ending> {
  const { form } = device;
  await device.sendToForm(event);
  const ending = endingOf(device);
  const expected = line.outcome ?? 'submitted';
  if (ending.outcome !== expected) {
    throw new Divergence({
      place: line.place,
      subject: FORM,
      expected: `that it is ${expected}`,
      actual: `it is ${ending.outcome}`,
      why: [...whyEnded(ending), ...(form === undefined ? [] : whyInvalid(form, ending))],
    });
  }
  if (ending.outcome === 'submitted') await leaveSubmitted(stage, device);
  claim(
    { place: line.place, subject: FORM },
    'the cases that moved:',
    line.departed,
    ending.departed,
  );
  return ending;
}

async function leaveSubmitted(stage: Stage, device: Device): Promise<void> {
  const { finished } = device.session.getSnapshot().context;
  if (finished !== undefined) stage.submitted.push(finished);
  stage.position = undefined;
  await device.send({ type: 'continue' });
}

function endingOf(device: Device): Ending {
  const { value, context } = device.session.getSnapshot();
  if (value === 'submitted') {
    const outcome = context.finished?.outcome;
    const departed = outcome?.kind === 'saved' ? movedNames(outcome.departed) : [];
    return { outcome: 'submitted', departed };
  }
  const entry = device.formEntry?.getSnapshot();
  if (entry === undefined) return { outcome: 'notTaken', message: describeScreen(device) };
  const { ownerProblem, wasNotTaken, problem = '', invalid } = entry.context;
  if (entry.value === 'blocked')
    return { outcome: 'blocked', reason: ownerProblem ? reasonOf(ownerProblem) : '' };
  if (entry.value === 'managingCases') return waitingEnding(device);
  return wasNotTaken ? { outcome: 'notTaken', message: problem } : { outcome: 'invalid', invalid };
}

function waitingEnding(device: Device): Ending {
  const step = device.caseManagement?.getSnapshot();
  if (step?.value === 'reviewing') return { outcome: 'reviews' };
  const { candidates = [], suggestedOwner } = step?.context ?? {};
  const asked = { outcome: 'asksOwner', candidates: candidates.map(({ id }) => id) } as const;
  return suggestedOwner === undefined ? asked : { ...asked, suggested: suggestedOwner };
}

function movedNames(departed: SyncReport['departed'] = []): readonly string[] {
  return departed.filter(({ kind }) => kind === 'moved').map(({ name }) => name);
}

function whyEnded({ candidates, reason, message }: Ending): string[] {
  return [
    ...(candidates === undefined ? [] : [`The candidates are ${candidates.join(', ')}`]),
    ...(reason === undefined ? [] : [`The reason is ${reason}`]),
    ...(message === undefined ? [] : [message]),
  ];
}

function whyInvalid(form: FormInstance, { invalid = [] }: Ending): string[] {
  return invalid.flatMap((ref) => {
    const node = form.node(ref);
    if (node === undefined) return [];
    const { label, path } = subjectOf(form, node);
    const { value, kind, message } = faultOf(form, node);
    const fault = `“${label}” ${path} is ${shown(value)}: ${kind} ${message}`.trim();
    const property = kind === 'constraint' ? 'error' : kind;
    return [fault, ...whyProperty(form, node, property)];
  });
}

/** What is not right at a question: the answer that was refused, or else the one that the form has. */
function faultOf(form: FormInstance, node: InstanceNode) {
  const refused = form.refusedAnswerOf(node);
  if (refused !== undefined) {
    return { value: refused.edit.value, kind: refused.reason, message: refused.message };
  }
  const { kind = '', message = '' } = node.violation ?? {};
  return { value: node.lexical, kind, message };
}

function whyRejected(report: SyncReport | undefined): string[] {
  return report?.rejected.map(({ formName, message }) => `“${formName}”: ${message}`) ?? [];
}
