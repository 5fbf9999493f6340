import { expect } from 'chai';
import { Desk } from '../../src/web/desk.ts';

describe('the desk of a user', () => {
  it('knows nothing of searches any more when leaving it fails', async () => {
    const owner = { project: 'leaving', userId: 'u', user: undefined };
    const desk = await Desk.open(owner, () => undefined);
    desk.searches.write('Zora');
    desk.close();
    const failure: unknown = await desk.leave().catch((error: unknown) => error);
    expect(failure).to.be.an('error');
    expect(desk.searches.read()).to.equal(undefined);
    await (await Desk.open(owner, () => undefined)).leave();
  });
});
