import { expect } from 'chai';
import { toText } from '../../src/xpath/conversions.ts';
import type { ExpressionTrace } from '../../src/xpath/trace-expression.ts';
import { traceExpression } from '../../src/xpath/trace-expression.ts';
import { testScope, tree } from './test-scope.ts';

const document = tree(
  '<data><age>12</age><sex>f</sex><child><name>Amina</name></child><child><name>Juma</name></child></data>',
);
const root = document.children[0]!;

function trace(source: string): ExpressionTrace {
  return traceExpression(source, 'commcare', root, testScope());
}

/** Each part with its value, outermost first: `text → value`. */
function lines({ text, value, problem, parts }: ExpressionTrace): string[] {
  const nodes = Array.isArray(value) ? value.map((node) => node.text).join(', ') : undefined;
  const shown =
    nodes ??
    (value === undefined
      ? `! ${problem}`
      : toText(value as string, { dialect: 'commcare', timeZone: 'UTC' }));
  return [`${text} → ${shown}`, ...parts.flatMap(lines)];
}

describe('the trace of an expression', () => {
  it('has each part with its value, and no literals', () => {
    expect(lines(trace("age > 10 and (sex='m' or age<5)"))).to.deep.equal([
      "age > 10 and (sex='m' or age<5) → false",
      'age > 10 → true',
      'age → 12',
      "sex = 'm' or age < 5 → false",
      "sex = 'm' → false",
      'sex → f',
      'age < 5 → false',
      'age → 12',
    ]);
  });

  it('has the arguments of a call, and those that it would pass over too', () => {
    expect(lines(trace("if(age > 5, /data/sex, 'none')")).slice(1)).to.deep.equal([
      'age > 5 → true',
      'age → 12',
      '/data/sex → f',
    ]);
  });

  it('keeps a path with its predicates in one piece', () => {
    expect(lines(trace("count(/data/child[name = 'Juma'])"))).to.deep.equal([
      "count(/data/child[name = 'Juma']) → 1",
      "/data/child[name = 'Juma'] → Juma",
    ]);
  });

  it('says which part has no value, and goes on with the others', () => {
    const { value, problem, parts } = trace("instance('gone')/x = age");
    expect(value).to.equal(undefined);
    expect(problem).to.contain('gone');
    expect(parts.map((part) => part.problem === undefined)).to.deep.equal([false, true]);
  });

  it('has a problem in place of parts when it cannot be read', () => {
    const { problem, parts } = trace('age >');
    expect(problem).to.contain('character');
    expect(parts).to.deep.equal([]);
  });
});
