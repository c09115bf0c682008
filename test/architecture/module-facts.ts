import ts from 'typescript';

export interface Import {
  /** As written: `../galley/types.js`, `pdfkit`, `node:fs`. */
  readonly specifier: string;
  /** Nothing of it is left when the program runs. */
  readonly typeOnly: boolean;
  readonly line: number;
}

export interface ModuleFacts {
  readonly imports: readonly Import[];
  /** Uses of what makes a result depend on time, chance, place or environment, e.g. `Date.now`. */
  readonly impurities: readonly { readonly what: string; readonly line: number }[];
}

/** Globals and members that only a door to the outside may touch: object and member, or a bare name. */
const outside = new Set([
  'Date.now',
  'Math.random',
  'performance.now',
  'process.env',
  'process.argv',
  'process.cwd',
  'crypto.randomUUID',
  'crypto.getRandomValues',
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
]);

/** Reads a module of TypeScript with the compiler's parser: comments and strings cannot deceive it. */
export function moduleFacts(text: string): ModuleFacts {
  const file = ts.createSourceFile('module.ts', text, ts.ScriptTarget.Latest, true);
  const imports: Import[] = [];
  const impurities: { what: string; line: number }[] = [];
  const lineOf = (node: ts.Node): number => file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
  const addImport = (node: ts.Node, specifier: ts.Node | undefined, typeOnly: boolean): void => {
    const named = specifier && ts.isStringLiteralLike(specifier);
    imports.push({ specifier: named ? specifier.text : '(computed)', typeOnly, line: lineOf(node) });
  };
  const addImpurity = (node: ts.Node, what: string): void => {
    impurities.push({ what, line: lineOf(node) });
  };

  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      addImport(node, node.moduleSpecifier, importsOnlyTypes(node.importClause));
    } else if (ts.isExportDeclaration(node) && node.moduleSpecifier) {
      addImport(node, node.moduleSpecifier, exportsOnlyTypes(node));
    } else if (ts.isImportEqualsDeclaration(node) && ts.isExternalModuleReference(node.moduleReference)) {
      addImport(node, node.moduleReference.expression, node.isTypeOnly);
    } else if (ts.isImportTypeNode(node)) {
      addImport(node, ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined, true);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      addImport(node, urlOf(node.arguments[0]) ?? node.arguments[0], false);
    } else if (ts.isNewExpression(node) && isNamed(node.expression, 'Date') && !node.arguments?.length) {
      addImpurity(node, 'new Date()');
    } else if (ts.isCallExpression(node) && isNamed(node.expression, 'Date')) {
      addImpurity(node, 'Date()');
    } else if (ts.isCallExpression(node) && isNamed(node.expression, 'fetch')) {
      addImpurity(node, 'fetch');
    } else if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) {
      const member = memberOf(node);
      const root = ts.isPropertyAccessExpression(node.expression)
        ? node.expression.name.text // globalThis.process.env
        : node.expression.getText(file);
      if (member !== undefined) {
        if (outside.has(`${root}.${member}`)) addImpurity(node, `${root}.${member}`);
        else if (/^toLocale|^localeCompare$/.test(member)) addImpurity(node, member);
        else if (root === 'globalThis' && outside.has(member)) addImpurity(node, member);
      }
    } else if (ts.isVariableDeclaration(node) && ts.isObjectBindingPattern(node.name) && node.initializer) {
      // const { env } = process
      for (const element of node.name.elements) {
        const name = element.propertyName ?? element.name;
        const member = `${node.initializer.getText(file)}.${name.getText(file)}`;
        if (outside.has(member)) addImpurity(element, member);
      }
    } else if (ts.isNewExpression(node) && outside.has(node.expression.getText(file))) {
      addImpurity(node, node.expression.getText(file));
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return { imports, impurities };
}

/** The path in `new URL('…', import.meta.url).href`, by which a module is loaded that compilation makes. */
function urlOf(argument: ts.Expression | undefined): ts.Expression | undefined {
  if (!argument || !ts.isPropertyAccessExpression(argument) || !ts.isNewExpression(argument.expression))
    return;
  const [path, base] = argument.expression.arguments ?? [];
  return isNamed(argument.expression.expression, 'URL') && base?.getText() === 'import.meta.url'
    ? path
    : undefined;
}

function isNamed(expression: ts.Expression, name: string): boolean {
  return ts.isIdentifier(expression) && expression.text === name;
}

function memberOf(node: ts.PropertyAccessExpression | ts.ElementAccessExpression): string | undefined {
  if (ts.isPropertyAccessExpression(node)) return node.name.text;
  return ts.isStringLiteralLike(node.argumentExpression) ? node.argumentExpression.text : undefined;
}

function importsOnlyTypes(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false; // imported for its effects
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const names = clause.namedBindings;
  if (clause.name || !names || !ts.isNamedImports(names)) return false;
  return names.elements.length > 0 && names.elements.every((element) => element.isTypeOnly);
}

function exportsOnlyTypes(declaration: ts.ExportDeclaration): boolean {
  if (declaration.isTypeOnly) return true;
  const names = declaration.exportClause;
  if (!names || !ts.isNamedExports(names)) return false;
  return names.elements.length > 0 && names.elements.every((element) => element.isTypeOnly);
}
