import { expect } from 'chai';
import '../../../src/elements/case/case-detail.ts';
import { parseDetail } from '../../../src/suite/parse-detail.ts';
import type { Graph } from '../../../src/suite/graph.ts';
import { parseXml } from '../../../src/xml/parse-xml.ts';
import { expectAccessible, mount, part, parts, textOf } from './mount.ts';

const axis = { min: '', max: '', ticks: [] };
const graph: Graph = {
  ...{ type: 'xy', xTitle: 'Week', yTitle: 'Weight', xAxis: axis, yAxis: axis, annotations: [] },
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
    expect(parts(bars, 'g rect')).to.have.length(3);
    const empty = await shown({ ...graph, series: [] });
    expect(textOf(part(empty, 'dd'))).to.equal('Empty');
  });

  it('draws no line for a series without points', async () => {
    const element = await shown({
      ...graph,
      series: [...graph.series, { name: 'New', points: [] }],
    });
    const paths = parts(element, 'g path.line').map((path) => path.getAttribute('d'));
    expect(paths).to.have.length(2);
    expect(paths).not.to.include('M');
  });

  it('keeps to the limits of the app, names the ticks it names, and writes its words at their place', async () => {
    const element = await shown({
      ...graph,
      yAxis: { min: '30', max: '50', ticks: [] },
      xAxis: { min: '0', max: '4', ticks: [{ value: '2', text: 'second' }] },
      annotations: [{ x: '2', y: 42, text: 'Iron begun' }],
    });
    const words = parts(element, 'svg text').map(textOf).filter(Boolean);
    expect(words).to.deep.equal(['30', '50', 'second', 'Weight', 'Week', 'Iron begun']);
    const [label] = parts(element, 'svg text.annotation');
    const dot = parts(element, 'circle').find((each) => each.matches('.look-1'));
    expect(label?.getAttribute('x')).to.equal(dot?.getAttribute('cx'));
    expect(textOf(part(element, '.annotations'))).to.equal('Iron begun (2, 42)');
    expect(parts(element, '.legend li').map(textOf)).to.deep.equal(['Amina', '2']);
    await expectAccessible(element);
  });

  it('draws bubbles by their size', async () => {
    const points = [1, 4, 16].map((radius) => ({ x: String(radius), y: radius, radius }));
    const element = await shown({ ...graph, type: 'bubble', series: [{ name: '', points }] });
    const [small = 0, middle = 0, large = 0] = parts(element, 'circle').map((each) =>
      Number(each.getAttribute('r')),
    );
    expect(middle - small).to.be.closeTo((large - middle) / 2, 0.01);
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
