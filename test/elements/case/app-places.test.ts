import { expect } from 'chai';
import { placesOf } from '../../../src/elements/case/app-places.ts';

type Context = Parameters<typeof placesOf>[0];

function context(properties: Readonly<Record<string, string>>): Context {
  const breadcrumbs = ['Clinic', 'Mothers', 'Amina'].map((text, index) => ({ text, index }));
  const workspace = { session: { breadcrumbs }, app: { profile: { properties } } };
  return { project: { apps: [{}] }, workspace } as unknown as Context;
}

describe('the way back through an app', () => {
  const texts = (properties: Readonly<Record<string, string>>) =>
    placesOf(context(properties), 'All apps').map(({ text }) => text);

  it('names every step', () => {
    expect(texts({})).to.deep.equal(['Clinic', 'Mothers', 'Amina']);
  });

  it('is only the way to the beginning where the app wants no breadcrumbs', () => {
    const places = placesOf(context({ 'cc-breadcrumbs-enabled': 'no' }), 'All apps');
    expect(places.map(({ text }) => text)).to.deep.equal(['Clinic', 'Amina']);
    expect(places[1]?.event).to.deep.equal({ type: 'goTo', index: 2 });
  });
});
