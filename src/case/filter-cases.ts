import { compileXPath } from '../xpath/compile-xpath.ts';
import type { CompiledExpression } from '../xpath/compiled-expression.ts';
import { XPathEvaluationError, XPathParseError } from '../xpath/xpath-error.ts';
import type { XPathNode } from '../xpath/xpath-node.ts';
import type { XPathEnvironment, XPathScope } from '../xpath/xpath-scope.ts';
import { CaseDatabase } from './case-database.ts';
import { casedbDocument } from './casedb-document.ts';
import type { Case } from './case.ts';

/** An expression by which cases cannot be filtered. */
export class CaseFilterError extends Error {
  override readonly name = 'CaseFilterError';
}

/**
 * The cases of which all expressions hold, each evaluated on the case as `instance('casedb')` shows it. Throws
 * {@link CaseFilterError}.
 */
export function filterCases(
  cases: readonly Case[],
  expressions: readonly string[],
  environment: XPathEnvironment,
): readonly Case[] {
  if (expressions.length === 0) return cases;
  try {
    const conditions = expressions.map((source) => compileXPath(source, 'commcare'));
    const held = idsWhere(conditions, cases, environment);
    return cases.filter(({ caseId }) => held.has(caseId));
  } catch (error) {
    throw isFault(error) ? new CaseFilterError(error.message) : error;
  }
}

function idsWhere(
  conditions: readonly CompiledExpression[],
  cases: readonly Case[],
  environment: XPathEnvironment,
): Set<string | undefined> {
  const document = casedbDocument(new CaseDatabase(cases), environment.timeZone);
  const scope = scopeOver(document, environment);
  const nodes = document.children[0]?.childrenNamed('case') ?? [];
  const holding = nodes.filter((node) =>
    conditions.every((condition) => condition.evaluateBoolean(node, scope)),
  );
  return new Set(holding.map((node) => node.attribute('case_id')?.text));
}

function scopeOver(document: XPathNode, environment: XPathEnvironment): XPathScope {
  return {
    environment,
    main: document,
    instance: () => undefined,
    variable: () => undefined,
    function: () => undefined,
  };
}

function isFault(error: unknown): error is Error {
  return error instanceof XPathParseError || error instanceof XPathEvaluationError;
}
