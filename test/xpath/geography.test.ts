import { expect } from 'chai';
import { geodesicBetween, placeAlong } from '../../src/xpath/geodesic.ts';
import { evaluate, tree } from './test-scope.ts';

const nowhere = tree('<data/>');
const SQUARE = '0 0 0 10 10 10 10 0';

function inside(point: string, polygon = SQUARE): unknown {
  return evaluate(`is-point-inside-polygon('${point}', '${polygon}')`, nowhere);
}

function nearest(point: string, polygon = SQUARE): number[] {
  const source = `closest-point-on-polygon('${point}', '${polygon}')`;
  return String(evaluate(source, nowhere)).split(' ').map(Number);
}

describe('a geodesic', () => {
  it('is as long as the tables of Vincenty say', () => {
    const [flinders, buninyong] = [
      { latitude: -37.95103341666667, longitude: 144.42486788888888 },
      { latitude: -37.65282113888889, longitude: 143.92649552777777 },
    ];
    const line = geodesicBetween(flinders, buninyong);
    expect(line.length).to.be.closeTo(54_972.271, 0.001);
    expect(line.azimuth).to.be.closeTo(306.86816, 0.00001);
    const end = placeAlong(flinders, line);
    expect(end.latitude).to.be.closeTo(buninyong.latitude, 1e-9);
    expect(end.longitude).to.be.closeTo(buninyong.longitude, 1e-9);
  });

  it('of a place to itself has no length, and one across the date line is short', () => {
    expect(geodesicBetween({ latitude: 5, longitude: 5 }, { latitude: 5, longitude: 5 }).length).to.equal(0); // prettier-ignore
    const east = placeAlong({ latitude: 0, longitude: 179.9 }, { length: 22_264, azimuth: 90 });
    expect(east.longitude).to.be.closeTo(-179.9, 1e-4);
  });
});

describe('is-point-inside-polygon()', () => {
  it('tells inside from outside, and counts the corners as inside', () => {
    expect(inside('5 5')).to.be.true;
    expect(inside('5 11')).to.be.false;
    expect(inside('10 10')).to.be.true;
  });

  it('refuses places that are not on the earth', () => {
    expect(() => inside('91 5')).to.throw('latitude is between');
    expect(() => inside('5 5', '0 0 0 190 10 10')).to.throw('not 0 190');
  });
});

describe('closest-point-on-polygon()', () => {
  it('is a corner, or lies on the edge between two', () => {
    expect(nearest('-5 -5')).to.deep.equal([0, 0]);
    const [latitude, longitude] = nearest('5 12');
    expect(latitude).to.be.closeTo(5, 0.05);
    expect(longitude).to.be.closeTo(10, 1e-9);
  });

  it('joins the last corner to the first', () => {
    const [latitude, longitude] = nearest('5 -1');
    expect(latitude).to.be.closeTo(5, 0.01);
    expect(longitude).to.be.closeTo(0, 1e-9);
  });
});

describe('distance()', () => {
  it('is exact between places a few centimetres apart', () => {
    const metres = evaluate("distance('12 77 0 0;12.0000001 77 0 0')", nowhere, { dialect: 'odk' });
    expect(metres).to.be.closeTo(0.011132, 0.000001);
  });

  it('of places that are opposite each other is half the circumference', () => {
    expect(evaluate("distance('0 0', '0 180')", nowhere)).to.be.closeTo(6_371_009 * Math.PI, 0.001);
  });
});
