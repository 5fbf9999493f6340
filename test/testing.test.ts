import { expect } from 'chai';
import { Divergence, playRecording, recordings, Scenario } from '../src/testing.ts';

const world = [
  { group: 'a' },
  { user: 'david', groups: ['a'] },
  { user: 'maria', groups: ['a'] },
  { user: 'lone' },
];

describe('a scenario for other people’s tests', () => {
  let scenario: Scenario;

  beforeEach(async () => {
    scenario = await Scenario.load('forms/village', { world });
  });

  afterEach(() => scenario.end());

  it('tells a story of several people', async () => {
    await scenario.asUser('david');
    await scenario.open(['New household', 'Register a household']);
    await scenario.answer('/data/head', 'Otieno');
    await scenario.answer('/data/people', '0', { refused: 'constraint' });
    await scenario.answer('/data/people', '4');
    await scenario.answer('/data/water', 'well');
    expect(scenario.value('/data/people')).to.equal('4');
    await scenario.submit();
    await scenario.sync();
    await scenario.expectCase('Otieno', { owner: 'a', visibleTo: ['david', 'maria'] });
    await scenario.asUser('maria');
    await scenario.expectCases(['Otieno']);
    expect(scenario.cases.map(({ caseName }) => caseName)).to.deep.equal(['Otieno']);
    expect(scenario.submission).to.contain('<head>Otieno</head>');
    await scenario.asUser('lone');
    await scenario.expectCases([]);
  });

  it('rejects with what was expected, what is, and the number of the step', async () => {
    await scenario.asUser('david');
    const error = await scenario.expectCases(['Nobody']).catch((thrown: unknown) => thrown);
    expect(error).to.be.instanceOf(Divergence);
    expect(error).to.include({ expected: 'the cases ["Nobody"]', actual: 'it is []' });
    expect((error as Divergence).place.file).to.contain('step 6');
  });

  it('makes a test of every recording', async () => {
    const files = await recordings('forms/village');
    expect(files).to.have.length(3);
    await playRecording(files[0]!);
  });
});
