import { expect } from 'chai';
import '../../../src/elements/case/case-detail.ts';
import { parseDetail } from '../../../src/suite/parse-detail.ts';
import type { Graph } from '../../../src/suite/graph.ts';
import { parseXml } from '../../../src/xml/parse-xml.ts';
import { expectAccessible, mount, part, parts, textOf } from './mount.ts';

const graph: Graph = {
  ...{ type: 'xy', xTitle: 'Week', yTitle: 'Weight' },
  series: [
    {
      name: 'Amina',
      points: [
        { x: '1', y: 40 },
        { x: '3', y: 44.5 },
      ],
    },
    { name: '', points: [{ x: '2', y: 42 }] },
  ],
};

function shown(of: Graph) {
  const row = { label: 'Growth', value: '', form: 'graph', graph: of };
  return mount('case-detail', {
    heading: 'Amina',
    tabs: [{ title: '', rows: [row], table: undefined }],
  });
}

describe('a graph in a detail', () => {
  it('is drawn as a picture with a name, and its numbers stand in a table', async () => {
    const element = await shown(graph);
    expect(part(element, 'svg').getAttribute('aria-label')).to.equal('Weight / Week');
    expect(parts(element, 'circle')).to.have.length(3);
    expect(parts(element, 'tbody tr').map((each) => textOf(each))).to.deep.equal([
      'Amina 1 40',
      'Amina 3 44.5',
      '2 2 42',
    ]);
    await expectAccessible(element);
  });

  it('draws bars from zero, and says so where there is nothing to draw', async () => {
    const bars = await shown({ ...graph, type: 'bar' });
    expect(parts(bars, 'rect')).to.have.length(3);
    const empty = await shown({ ...graph, series: [] });
    expect(textOf(part(empty, 'dd'))).to.equal('Empty');
  });

  it('draws no line for a series without points', async () => {
    const element = await shown({
      ...graph,
      series: [...graph.series, { name: 'New', points: [] }],
    });
    const paths = parts(element, 'path.line').map((path) => path.getAttribute('d'));
    expect(paths).to.have.length(2);
    expect(paths).not.to.include('M');
  });

  it('is read from the suite with its series and titles', () => {
    const detail = parseDetail(
      parseXml(
        `<detail id="d"><title><text/></title><field><header><text/></header><template form="graph"><graph type="bar">
          <series nodeset="visit"><configuration><text id="name">A</text></configuration><x function="day"/>
          <y function="weight"/></series><configuration><text id="x-title">Day</text></configuration></graph></template>
        </field></detail>`,
        'suite.xml',
      ),
    );
    const read = detail.fields[0]?.template.graph;
    expect(read?.type).to.equal('bar');
    expect(read?.series[0]).to.include({ nodeset: 'visit', x: 'day', y: 'weight' });
    expect(read?.configuration.get('x-title')).to.deep.equal({ kind: 'plain', text: 'Day' });
  });
});
