import ts from 'typescript';
import { lineOf, visitNodes } from './source-file.ts';
import type { SourceFile } from './source-file.ts';

/** Names that bring in time, chance, network, or the browser's or Node's surroundings. */
const outsideNames: ReadonlySet<string> = new Set([
  ...['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'performance', 'crypto'],
  ...['fetch', 'XMLHttpRequest', 'WebSocket', 'BroadcastChannel', 'Worker'],
  ...[
    'window',
    'document',
    'navigator',
    'localStorage',
    'sessionStorage',
    'indexedDB',
    'DOMParser',
  ],
  ...['globalThis', 'process', 'Buffer', 'console', 'require', 'eval', 'Function'],
]);

/**
 * Each use of the clock, chance or a global of the surroundings in the files, as `file:line: what`. A name that the
 * file itself declares (a parameter called `process`) is not the global.
 */
export function outsideUses(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => {
    const own = declaredNames(file.syntax);
    const found: string[] = [];
    visitNodes(file.syntax, (node) => {
      const use = outsideUse(node, own);
      if (use) found.push(`${file.path}:${lineOf(node)}: ${use} belongs in Environment`);
    });
    return found;
  });
}

function outsideUse(node: ts.Node, own: ReadonlySet<string>): string | undefined {
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length)
    return 'new Date()';
  if (ts.isCallExpression(node) && node.expression.getText() === 'Date') return 'Date()';
  if (ts.isPropertyAccessExpression(node) && /^(Date\.now|Math\.random)$/.test(node.getText()))
    return node.getText();
  if (!ts.isIdentifier(node) || !outsideNames.has(node.text) || own.has(node.text))
    return undefined;
  return isName(node) ? undefined : node.text;
}

// A property, a member or a type of that name is not the global.
function isName(node: ts.Identifier): boolean {
  const parent = node.parent;
  if (ts.isPropertyAccessExpression(parent)) return parent.name === node;
  if (ts.isPropertyAssignment(parent)) return parent.name === node;
  return ts.isClassElement(parent) || ts.isTypeElement(parent) || ts.isTypeReferenceNode(parent);
}

function declaredNames(syntax: ts.SourceFile): Set<string> {
  const names = new Set<string>();
  visitNodes(syntax, (node) => {
    const declares =
      ts.isVariableDeclaration(node) ||
      ts.isParameter(node) ||
      ts.isFunctionDeclaration(node) ||
      ts.isBindingElement(node) ||
      ts.isImportSpecifier(node);
    if (declares && node.name && ts.isIdentifier(node.name)) names.add(node.name.text);
  });
  return names;
}
