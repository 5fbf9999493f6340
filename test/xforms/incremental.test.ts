import { expect } from 'chai';
import fc from 'fast-check';
import { FormInstance } from '../../src/xforms/form-instance.ts';
import { pinnedEnvironment } from '../support/scenario.ts';
import { everything, generatedEdit, generatedForm } from './support/generated-form.ts';

describe('recalculation', () => {
  for (const dialect of ['odk', 'commcare'] as const) {
    it(`gives after any edits what computing everything anew gives, in a form of ${dialect}`, () => {
      const drawn = [generatedForm(dialect), fc.array(generatedEdit, { maxLength: 12 })] as const;
      fc.assert(
        fc.property(...drawn, (definition, edits) => {
          const environment = pinnedEnvironment();
          const form = FormInstance.create(definition, { environment });
          for (const each of edits) form.transact([each], { source: 'user' });
          // Where an expression fails, its node keeps what it had.
          fc.pre(form.problems.length === 0);
          const anew = FormInstance.restore(definition, form.draftXml(), { environment });
          expect(everything(form)).to.equal(everything(anew));
        }),
        { numRuns: 300 },
      );
    });
  }
});
