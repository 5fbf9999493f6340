import { expect } from 'chai';
import type { Directory } from '../../src/case/ownership/directory.ts';
import { aDirectory } from '../case/ownership/a-directory.ts';
import type { Colleague } from '../support/project-world.ts';
import { ProjectWorld, sampleApp } from '../support/project-world.ts';

/** David and Maria are in one village, Zed in the other, Nina in both. */
const memberships = [
  ['david', 'G1'],
  ['maria', 'G1'],
  ['nina', 'G1'],
  ['nina', 'G2'],
  ['zed', 'G2'],
].map(([userId = '', groupId = '']) => ({ userId, groupId }));
const directory: Directory = { ...aDirectory({}), memberships };

const HOUSE = { '/data/people': '4', '/data/water': 'well' };

function world(): ProjectWorld {
  return new ProjectWorld(sampleApp('village'), directory);
}

async function fillIn(
  who: Colleague,
  choices: readonly string[],
  answers: Readonly<Record<string, string>>,
): Promise<void> {
  who.actor.send({ type: 'goTo', index: 0 });
  who.choose(...choices);
  await who.reach('entering');
  who.complete(answers);
  await who.send();
}

const register = (who: Colleague, head: string) =>
  fillIn(who, ['m0', 'm0-f0'], { ...HOUSE, '/data/head': head });

function ownerOf({ cases }: ProjectWorld, name: string): string | undefined {
  return [...cases.cases()].find((of) => of.caseName === name)?.ownerId;
}

/** The forms of the menu that the person sees. */
function formsOf(who: Colleague, module: string): readonly string[] {
  who.actor.send({ type: 'goTo', index: 0 });
  who.choose(module);
  const { screen } = who.actor.getSnapshot().context;
  return screen?.kind === 'menu' ? screen.choices.map(({ id }) => id) : [];
}

describe('villages that share by groups', () => {
  it('give what a member registers to the one group, and keep it from the other village', async () => {
    const project = world();
    await register(await project.signIn('david'), 'Otieno');
    expect(ownerOf(project, 'Otieno')).to.equal('G1');
    expect((await project.signIn('maria')).holds).to.deep.equal(['Otieno']);
    expect((await project.signIn('zed')).holds).to.deep.equal([]);
  });

  it('tell whoever is in several that the automatic form cannot choose, before it opens', async () => {
    const nina = await world().signIn('nina');
    nina.choose('m0');
    const { ownerProblems } = nina.actor.getSnapshot().context;
    expect([...ownerProblems.keys()]).to.deep.equal(['m0-f0']);
    expect(ownerProblems.get('m0-f0')).to.have.property('kind', 'manyCandidates');
  });

  it('let her choose among her villages by a question over the groups', async () => {
    const project = world();
    const nina = await project.signIn('nina');
    const answers = { ...HOUSE, '/data/head': 'Mwangi', '/data/village': 'G2' };
    await fillIn(nina, ['m0', 'm0-f1'], answers);
    expect(ownerOf(project, 'Mwangi')).to.equal('G2');
    expect((await project.signIn('zed')).holds).to.deep.equal(['Mwangi']);
    expect((await project.signIn('david')).holds).to.deep.equal([]);
  });

  it('offer what needs several villages to nobody else', async () => {
    const project = world();
    await register(await project.signIn('david'), 'Otieno');
    const [nina, maria] = [await project.signIn('nina'), await project.signIn('maria')];
    expect(formsOf(nina, 'm0')).to.deep.equal(['m0-f0', 'm0-f1']);
    expect(formsOf(maria, 'm0')).to.deep.equal(['m0-f0']);
  });

  it('let her visit and move what she could not register, and let the old village lose it', async () => {
    const project = world();
    const david = await project.signIn('david');
    await register(david, 'Otieno');
    const nina = await project.signIn('nina');
    await nina.openFor('Otieno', 'm1', 'm1-f0');
    nina.complete({ '/data/day': '2026-06-14', '/data/people': '5', '/data/seen': 'A leak' });
    await nina.send();
    expect(ownerOf(project, 'Otieno')).to.equal('G1');
    await nina.openFor('Otieno', 'm1', 'm1-f1');
    expect(nina.choicesOf('/data/village')).to.deep.equal(['G2']);
    nina.complete({ '/data/village': 'G2' });
    await nina.send();
    await david.sync();
    expect(david.holds).to.deep.equal([]);
    expect((await project.signIn('zed')).holds).to.deep.equal(['Otieno']);
    expect(nina.holds).to.deep.equal(['Otieno']);
  });

  it('keep a reminder to the one who wrote it, also when that one is in no village', async () => {
    const project = world();
    const reminder = { '/data/what': 'Bring chalk', '/data/day': '2026-06-20' };
    for (const name of ['david', 'lone']) {
      const who = await project.signIn(name);
      await fillIn(who, ['m2', 'm2-f0'], reminder);
      expect(who.holds).to.deep.equal(['Bring chalk']);
    }
    const owners = [...project.cases.cases()].map(({ ownerId }) => ownerId);
    expect(owners).to.deep.equal(['david', 'lone']);
    expect((await project.signIn('maria')).holds).to.deep.equal([]);
  });
});
