import { expect } from 'chai';
import { FormDefinitions } from '../../../src/machines/workspace/form-definitions.ts';
import { sampleApp } from '../../support/project-world.ts';

describe('the forms of an app', () => {
  it('are parsed once for all who work in it', async () => {
    const app = await sampleApp('village');
    const [form] = app.forms.values();
    if (form === undefined) throw new Error('The app has no form');
    const [first, second] = [FormDefinitions.of(app), FormDefinitions.of(app)];
    expect(second.definitionOf(form)).to.equal(first.definitionOf(form));
    expect(second.plansOf(form)).to.equal(first.plansOf(form));
  });

  it('are those of that app alone, whose rules about owners differ', async () => {
    const app = await sampleApp('village');
    const alone = { ...app, sharing: { caseSharing: false } };
    const [form] = app.forms.values();
    if (form === undefined) throw new Error('The app has no form');
    const sources = [app, alone].map((each) => FormDefinitions.of(each).plansOf(form)[0]?.source);
    expect(sources[0]).to.not.equal(sources[1]);
  });
});
