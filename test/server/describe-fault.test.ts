import { expect } from 'chai';
import { describeFault } from '../../src/server/describe-fault.ts';

describe('what the log says about a fault', () => {
  it('leaves out what a database was given, which may be about a patient', () => {
    const error = Object.assign(new Error('invalid input syntax for type date: "Monica"'), {
      code: '22007',
      routine: 'DateTimeParseError',
    });
    expect(describeFault(error)).to.contain('code 22007').and.not.contain('Monica');
  });

  it('names the table that is not there', () => {
    const error = Object.assign(new Error('relation "case_history" does not exist'), {
      code: '42P01',
    });
    expect(describeFault(error)).to.contain('case_history');
  });

  it('says what a fault of the program itself is, and where it came about', () => {
    const told = describeFault(new TypeError('cases is not iterable'));
    expect(told).to.contain('TypeError: cases is not iterable');
    expect(told).to.match(/\n\s+at .*describe-fault\.test/);
  });

  it('leaves out the message of a parser, and of what is no error', () => {
    expect(describeFault(new SyntaxError('unexpected Monica'))).to.not.contain('Monica');
    expect(describeFault('Monica')).to.not.contain('Monica');
  });
});
