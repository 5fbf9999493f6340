import { expect } from 'chai';
import { nativeInput, toLexical, toNative } from '../../../src/elements/form/lexical-text.ts';

describe('toLexical', () => {
  it('writes digits of any script as XML Schema knows them', () => {
    expect(toLexical('١٢', 'int', 'ar')).to.equal('12');
    expect(toLexical('१०५', 'int', 'hi')).to.equal('105');
    expect(toLexical('٣٦٫٥', 'decimal', 'ar')).to.equal('36.5');
  });

  it('takes a decimal comma only where the language writes one', () => {
    expect(toLexical('1,5', 'decimal', 'fr')).to.equal('1.5');
    expect(toLexical('-,5', 'decimal', 'de')).to.equal('-.5');
    expect(toLexical('1,500', 'decimal', 'en')).to.equal('1,500');
  });

  it('hands on what it cannot read, for the form to refuse', () => {
    expect(toLexical('twelve', 'int', 'en')).to.equal('twelve');
  });

  it('keeps text to the letter, and takes blanks alone for no answer', () => {
    expect(toLexical(' 007 ', 'string', 'en')).to.equal(' 007 ');
    expect(toLexical('  ', 'string', 'en')).to.equal('');
  });
});

describe('toNative', () => {
  it('shows a moment as the clock of the zone does', () => {
    expect(toNative('2026-02-03T22:15:00.000Z', 'dateTime', 'Africa/Nairobi')).to.equal(
      '2026-02-04T01:15',
    );
    expect(toNative('2026-02-03T14:30:05.000+03:00', 'dateTime', 'Africa/Nairobi')).to.equal(
      '2026-02-03T14:30:05',
    );
  });

  it('leaves out the seconds of a time when they say nothing', () => {
    expect(toNative('14:30:00.000+03:00', 'time', 'UTC')).to.equal('14:30');
    expect(toNative('14:30:09.000+03:00', 'time', 'UTC')).to.equal('14:30:09');
  });

  it('takes the day of a date that has a time behind it', () => {
    expect(toNative('2026-02-03T00:00:00', 'date', 'UTC')).to.equal('2026-02-03');
  });
});

describe('nativeInput', () => {
  it('is a box for text where a stored value is no date', () => {
    expect(nativeInput('date', '')).to.equal('date');
    expect(nativeInput('date', '2026-02-03')).to.equal('date');
    expect(nativeInput('date', 'next week')).to.equal('text');
    expect(nativeInput('dateTime', 'soon')).to.equal('text');
  });
});
