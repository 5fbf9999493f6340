import { expect } from 'chai';
import { AppSession } from '../../src/suite/app-session.ts';
import type { Graph } from '../../src/suite/graph.ts';
import { loadAppFiles } from '../../src/suite/load-app-files.ts';
import { exampleCase, exampleWorld } from './example-world.ts';

const PROFILE = `<profile name="Clinic" uniqueid="c"><suite><resource id="s">
  <location authority="local">./suite.xml</location></resource></suite></profile>`;

function graphOf(inside: string): Graph | undefined {
  const suite = `<suite>
    <detail id="short"><title><text/></title><field><header><text/></header>
      <template form="graph"><graph type="bubble"><series nodeset="instance('casedb')/casedb/case">
        <x function="weeks"/><y function="weight"/><radius function="visits"/></series>${inside}</graph></template></field></detail>
    <entry><form>urn:visit</form><command id="visit"><text>Visit</text></command>
      <instance id="casedb" src="jr://instance/casedb"/>
      <session><datum id="case_id" nodeset="instance('casedb')/casedb/case" value="./@case_id" detail-select="short"/></session></entry>
    <menu id="root"><command id="visit"/></menu></suite>`;
  const files = new Map(Object.entries({ 'profile.ccpr': PROFILE, 'suite.xml': suite }));
  const properties = { weeks: '2', weight: '50', visits: '3', least: '40' };
  const world = exampleWorld([{ ...exampleCase('a', 'mother', 'Amina'), properties }]);
  const session = new AppSession(loadAppFiles(files, 'clinic'), world);
  const screen = session.choose('visit');
  return screen.kind === 'list' ? screen.rows[0]?.graph?.(0) : undefined;
}

describe('a graph of an app', () => {
  it('has limits that hang on its row, ticks in both ways of writing, and bubbles with a size', () => {
    const graph = graphOf(`<configuration>
      <text id="y-min"><xpath function="least"/></text><text id="y-max">60</text>
      <text id="x-labels">{"2": "second"}</text><text id="y-labels">[40, 60]</text></configuration>`);
    expect(graph?.yAxis).to.deep.include({ min: '40', max: '60' });
    expect(graph?.xAxis.ticks).to.deep.equal([{ value: '2', text: 'second' }]);
    expect(graph?.yAxis.ticks.map(({ value }) => value)).to.deep.equal(['40', '60']);
    expect(graph?.series[0]?.points).to.deep.equal([{ x: '2', y: 50, radius: 3 }]);
  });

  it('has words at their places, and leaves out those without one', () => {
    const graph =
      graphOf(`<annotation><x><text><xpath function="weeks"/></text></x><y><text>50</text></y>
      <text>Heavier</text></annotation><annotation><x><text>3</text></x><y><text/></y><text>Nowhere</text></annotation>`);
    expect(graph?.annotations).to.deep.equal([{ x: '2', y: 50, text: 'Heavier' }]);
  });

  it('does without ticks that are no JSON or only a number', () => {
    expect(
      graphOf('<configuration><text id="x-labels">many</text></configuration>')?.xAxis.ticks,
    ).to.deep.equal([]);
    expect(
      graphOf('<configuration><text id="x-labels">5</text></configuration>')?.xAxis.ticks,
    ).to.deep.equal([]);
  });
});
