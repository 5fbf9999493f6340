import type { FormInstance } from '../../xforms/form-instance.ts';

/** Something that a form cannot work out, for the person who made it. */
export interface FormFault {
  /** Which expression of which node: `calculate of /data/age`. */
  readonly place: string;
  readonly message: string;
}

/** Each fault once, however often it was met and in however many repeats. */
export function distinctFaults(problems: FormInstance['problems']): readonly FormFault[] {
  const faults = new Map<string, FormFault>();
  for (const { ref, kind, message } of problems) {
    const place = `${kind} of ${ref.replaceAll(/\[\d+\]/g, '')}`;
    faults.set(`${place}\n${message}`, { place, message });
  }
  return [...faults.values()];
}
