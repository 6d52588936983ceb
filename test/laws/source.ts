// Owns what the laws ask TypeScript's parser: a file's imports and its functions. Refuses types and
// symbols: every answer comes from one file's text alone.
import ts from 'typescript';
import type { ProjectFile } from './law';

/** One import as written: what it names, where, and whether only types come through it. */
export interface Import {
  readonly from: string;
  readonly line: number;
  readonly typeOnly: boolean;
}

/** One function with a body. */
export interface FunctionFound {
  readonly name: string;
  readonly line: number;
  readonly lines: number;
  readonly parameters: number;
}

const parsed = new WeakMap<ProjectFile, ts.SourceFile>();

function parse(file: ProjectFile): ts.SourceFile {
  const source =
    parsed.get(file) ?? ts.createSourceFile(file.path, file.text, ts.ScriptTarget.Latest, true);
  parsed.set(file, source);
  return source;
}

const lineOf = (source: ts.SourceFile, at: number): number =>
  source.getLineAndCharacterOfPosition(at).line + 1;

function* nodes(node: ts.Node): Generator<ts.Node> {
  yield node;
  const inner: ts.Node[] = [];
  ts.forEachChild(node, (child) => void inner.push(child));
  for (const child of inner) yield* nodes(child);
}

function onlyTypes(node: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  const clause = node.importClause;
  if (clause === undefined) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const named = clause.namedBindings;
  if (clause.name !== undefined || named === undefined || !ts.isNamedImports(named)) return false;
  return named.elements.length > 0 && named.elements.every((element) => element.isTypeOnly);
}

/** The text that a node imports from, and whether it is a type's; null where it imports nothing. */
function importedBy(node: ts.Node): { from: ts.Node | undefined; typeOnly: boolean } | null {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
    return { from: node.moduleSpecifier, typeOnly: onlyTypes(node) };
  }
  if (ts.isImportTypeNode(node)) {
    const literal = ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined;
    return { from: literal, typeOnly: true };
  }
  if (ts.isExternalModuleReference(node)) return { from: node.expression, typeOnly: false };
  if (!ts.isCallExpression(node)) return null;
  const isImport = node.expression.kind === ts.SyntaxKind.ImportKeyword;
  const isRequire = ts.isIdentifier(node.expression) && node.expression.text === 'require';
  return isImport || isRequire ? { from: node.arguments[0], typeOnly: false } : null;
}

/** Every import of a file: declarations, re-exports, dynamic imports, requires and type imports. */
export function importsOf(file: ProjectFile): readonly Import[] {
  const source = parse(file);
  return [...nodes(source)].flatMap((node) => {
    const { from, typeOnly } = importedBy(node) ?? { from: undefined, typeOnly: false };
    if (from === undefined || !ts.isStringLiteralLike(from)) return [];
    return [{ from: from.text, line: lineOf(source, node.getStart(source)), typeOnly }];
  });
}

/** Whether a function only groups tests: it is the callback of `describe`. */
function isGroup(node: ts.Node): boolean {
  const call = node.parent;
  if (!ts.isCallExpression(call) || call.arguments.at(-1) !== node) return false;
  return /^describe\b/u.test(call.expression.getText());
}

function nameOf(node: ts.FunctionLikeDeclaration): string {
  if (node.name !== undefined) return node.name.getText();
  const holder = node.parent;
  if (ts.isVariableDeclaration(holder) || ts.isPropertyAssignment(holder)) {
    return holder.name.getText();
  }
  return ts.isConstructorDeclaration(node) ? 'constructor' : 'a function';
}

/** Every function with a body, the ones inside others too. A group of tests is none. */
export function functionsOf(file: ProjectFile): readonly FunctionFound[] {
  const source = parse(file);
  return [...nodes(source)].flatMap((node) => {
    if (!ts.isFunctionLike(node) || !('body' in node) || node.body === undefined) return [];
    if (isGroup(node)) return [];
    const line = lineOf(source, node.getStart(source));
    const named = node.parameters.filter((parameter) => parameter.name.getText() !== 'this');
    return [
      {
        name: nameOf(node),
        line,
        lines: lineOf(source, node.end) - line + 1,
        parameters: named.length,
      },
    ];
  });
}

/** The lines on which the type `any` is written. */
export function anyTypesOf(file: ProjectFile): readonly number[] {
  const source = parse(file);
  const found = [...nodes(source)].filter((node) => node.kind === ts.SyntaxKind.AnyKeyword);
  return found.map((node) => lineOf(source, node.getStart(source)));
}
