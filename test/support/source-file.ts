import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** One `import … from`, `export … from` or `import()` of a source file. */
export interface SourceImport {
  readonly specifier: string;
  /** Line in the file, from 1. */
  readonly line: number;
  /** True for `import type` and `export type`, which leave nothing at run time. */
  readonly typeOnly: boolean;
  /** True when the module is run before the importing one: not so for types and for `import()`. */
  readonly immediate: boolean;
}

/** A TypeScript file of ours, parsed. */
export interface SourceFile {
  /** Relative to the project, with forward slashes: `src/xml/parse-xml.ts`. */
  readonly path: string;
  readonly syntax: ts.SourceFile;
  readonly imports: readonly SourceImport[];
}

/** The project folder, absolute. */
export const projectFolder = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** All TypeScript files below a folder of the project but declarations (.d.ts), parsed, in order of their paths. */
export function readSourceFiles(folder: string): SourceFile[] {
  return listSourceFiles(folder).map((path) =>
    parseSourceFile(path, readFileSync(join(projectFolder, path), 'utf8')),
  );
}

function listSourceFiles(folder: string): string[] {
  const names = readdirSync(join(projectFolder, folder), { recursive: true }) as string[];
  const files = names.filter((name) => /(?<!\.d)\.ts$/.test(name));
  return files.map((name) => posix.join(folder, name.replaceAll('\\', '/'))).sort();
}

/** Parses the text of a TypeScript file that lies, or is said to lie, at `path`. */
export function parseSourceFile(path: string, text: string): SourceFile {
  const syntax = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  return { path, syntax, imports: findImports(syntax) };
}

function findImports(syntax: ts.SourceFile): SourceImport[] {
  const found: SourceImport[] = [];
  visitNodes(syntax, (node) => {
    const imported = readImport(node);
    if (imported) found.push({ ...imported, line: lineOf(node) });
  });
  return found;
}

function readImport(node: ts.Node): Omit<SourceImport, 'line'> | undefined {
  if (ts.isImportDeclaration(node)) {
    // An undefined phase modifier is an import of values.
    const typeOnly = node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
    return { specifier: textOf(node.moduleSpecifier), typeOnly, immediate: !typeOnly };
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier) {
    const typeOnly = node.isTypeOnly;
    return { specifier: textOf(node.moduleSpecifier), typeOnly, immediate: !typeOnly };
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    const specifier = node.arguments[0] ? textOf(node.arguments[0]) : '';
    return { specifier, typeOnly: false, immediate: false };
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    return { specifier: textOf(node.argument.literal), typeOnly: true, immediate: false };
  }
  return undefined;
}

function textOf(node: ts.Node): string {
  return ts.isStringLiteralLike(node) ? node.text : node.getText();
}

/** Calls `see` for the node and for every node below it, in the order of the text. */
export function visitNodes(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  ts.forEachChild(node, (child) => visitNodes(child, see));
}

/** The line on which the node starts, from 1. */
export function lineOf(node: ts.Node): number {
  const file = node.getSourceFile();
  return file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
}

/** The project path that a relative import names, or `undefined` for a package. */
export function resolveImport(file: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  return posix.join(posix.dirname(file), specifier.replace(/\?.*$/, ''));
}
