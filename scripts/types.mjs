// Joins the types of the library into one file that names no package: those change when they like. What is inferred from a
// schema is written out, and figures have the few members that every version of every package of decimals has.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { dts } from 'rolldown-plugin-dts';
import ts from 'typescript';

const figure = `export interface Decimal {
  toFixed(places?: number): string;
  toNumber(): number;
  toString(): string;
}`;

/**
 * Writes `index.d.ts` into `fresh` from the declarations in `compiled`.
 * @param {string} compiled
 * @param {string} fresh
 */
export async function bundleTypes(compiled, fresh) {
  const joined = join(compiled, 'joined');
  const bundled = await rolldown({
    input: { index: join(compiled, 'index.d.ts') },
    external: (id) => !/^[./]/.test(id) && !id.startsWith(compiled),
    // The folder of this run would stand in the comments.
    experimental: { attachDebugInfo: 'none' },
    plugins: [
      { name: 'own-figures', load: (id) => (/[\\/]expression[\\/]decimal\.d\.ts$/.test(id) ? figure : null) },
      dts({ dtsInput: true }),
    ],
  });
  await bundled.write({ dir: joined, format: 'esm' });
  const types = reached(writtenOut(join(joined, 'index.d.ts')));
  const [named] = /(?:from |import\()["'][^."'][^"']*["']|\bz\./.exec(types) ?? [];
  if (named !== undefined) throw new Error(`the types of the library name a package: ${named}`);
  mkdirSync(fresh, { recursive: true });
  writeFileSync(join(fresh, 'index.d.ts'), types);
  rmSync(joined, { recursive: true });
}

/**
 * The text of a file with every `Shape<typeof schema>` and `z.infer<…>` as the type that it comes to.
 * @param {string} path
 */
function writtenOut(path) {
  const program = ts.createProgram([path], {
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ES2023,
    strict: true,
    exactOptionalPropertyTypes: true,
    types: [],
    skipLibCheck: true,
  });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(path);
  if (source === undefined) throw new Error(`no ${path}`);
  /** What is printed elsewhere word for word, by its name. @type {Map<string, string>} */
  const names = new Map();
  /** @type {Map<ts.Type, string>} */
  const printed = new Map();
  /** @type {{ start: number, end: number, text: string }[]} */
  const edits = [];
  /** @param {ts.Node} node */
  const visit = (node) => {
    const isInferred =
      ts.isTypeReferenceNode(node) && /^(?:Shape(?:\$\d+)?|z\.infer)$/.test(node.typeName.getText(source));
    if (isInferred && node.typeArguments?.some((one) => /\btypeof\b/.test(one.getText(source)))) {
      const text = print(checker.getTypeFromTypeNode(node));
      edits.push({ start: node.getStart(source), end: node.getEnd(), text });
      if (ts.isTypeAliasDeclaration(node.parent)) names.set(text, node.parent.name.text);
    } else ts.forEachChild(node, visit);
  };
  visit(source);
  let text = source.text;
  for (const { start, end, text: is } of edits.reverse()) text = `${text.slice(0, start)}${is}${text.slice(end)}`;
  return text;

  /** @type {(type: ts.Type) => string} */
  function print(type) {
    const text = printed.get(type) ?? spelt(type);
    printed.set(type, text);
    return text;
  }

  /** As it stands inside of another. @type {(type: ts.Type) => string} */
  function inside(type) {
    const text = print(type);
    return names.get(text) ?? text.replaceAll('\n', '\n  ');
  }

  /** @type {(type: ts.Type) => string} */
  function spelt(type) {
    if (type.flags & ts.TypeFlags.Boolean) return 'boolean';
    if (type.isUnion()) {
      const texts = [...new Set(type.types.map(print))].sort();
      const whole = texts.includes('true') && texts.includes('false');
      const parts = texts.filter((one) => !whole || !/^(?:true|false)$/.test(one));
      return [...parts, ...(whole ? ['boolean'] : [])].map((text) => names.get(text) ?? text).join(' | ');
    }
    if (type.isIntersection()) return type.types.map(print).join(' & ');
    if (!(type.flags & ts.TypeFlags.Object)) return checker.typeToString(type);
    if (checker.isTupleType(type) || checker.isArrayType(type)) {
      const items = checker.getTypeArguments(/** @type {ts.TypeReference} */ (type)).map((item) => {
        const text = print(item);
        return names.get(text) ?? text;
      });
      const [only = 'unknown'] = items;
      if (checker.isTupleType(type)) return `readonly [${items.join(', ')}]`;
      return only.includes(' | ') ? `readonly (${only})[]` : `readonly ${only}[]`;
    }
    // A type of the library or of the language, by its name.
    if (type.symbol !== undefined && !type.symbol.name.startsWith('__')) return checker.typeToString(type);
    const members = checker.getPropertiesOfType(type).map((property) => {
      const sign = property.flags & ts.SymbolFlags.Optional ? '?' : '';
      const key = /^[A-Za-z_$][\w$]*$/.test(property.name) ? property.name : JSON.stringify(property.name);
      return `  readonly ${key}${sign}: ${inside(checker.getTypeOfSymbol(property))};\n`;
    });
    const indexed = checker
      .getIndexInfosOfType(type)
      .map(({ keyType, type: is }) => `  readonly [key: ${checker.typeToString(keyType)}]: ${inside(is)};\n`);
    return members.length + indexed.length === 0 ? '{}' : `{\n${[...members, ...indexed].join('')}}`;
  }
}

/**
 * The declarations of a text that what it exports is made of.
 * @param {string} text
 */
function reached(text) {
  const source = ts.createSourceFile('index.d.ts', text, ts.ScriptTarget.ES2023, true);
  /** @type {Map<string, ts.Statement[]>} */
  const declared = new Map();
  for (const statement of source.statements) {
    const names = ts.isVariableStatement(statement)
      ? statement.declarationList.declarations.map(({ name }) => name.getText(source))
      : 'name' in statement && statement.name !== undefined
        ? [/** @type {ts.Identifier} */ (statement.name).text]
        : [];
    for (const name of names) declared.set(name, [...(declared.get(name) ?? []), statement]);
  }
  /** @type {Set<ts.Statement>} */
  const kept = new Set(source.statements.filter((statement) => ts.isExportDeclaration(statement)));
  /** @type {(node: ts.Node) => void} */
  const follow = (node) => {
    if (
      ts.isIdentifier(node) &&
      (ts.isExportSpecifier(node.parent) || !('name' in node.parent && node.parent.name === node))
    )
      for (const statement of declared.get(node.text) ?? [])
        if (!kept.has(statement)) {
          kept.add(statement);
          follow(statement);
        }
    ts.forEachChild(node, follow);
  };
  for (const statement of [...kept]) follow(statement);
  return source.statements
    .filter((statement) => kept.has(statement))
    .map((statement) =>
      statement
        .getFullText(source)
        .replace(/^\s*\/\/#(?:end)?region.*\n/gm, '')
        .trim(),
    )
    .join('\n\n')
    .concat('\n');
}
