/** The doc comments of `contracts/`, which tell people what endpoints and fields are. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

import * as contracts from '../../contracts';
import { ROOT } from './playground-env';

/** What stands above a field, and what the field is made of. */
interface Field {
  readonly comment: string;
  readonly value: ts.Node;
}

const FOLDER = path.join(ROOT, 'contracts');

/** Constants whose names say nothing to a reader of the docs. */
const numberOf = (name: string): string => {
  const value = (contracts as Readonly<Record<string, unknown>>)[name];
  return typeof value === 'number' ? value.toLocaleString('en') : `\`${name}\``;
};

const oneLine = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/`([A-Z][A-Z_]+)`/g, (_, name: string) => numberOf(name));

const textOf = (comment: string | ts.NodeArray<ts.JSDocComment> | undefined): string =>
  oneLine(ts.getTextOfJSDocComment(comment) ?? '');

/** What a comment says; refusals that it names become a sentence of their own. */
const commentOf = (node: ts.Node): string =>
  ts
    .getJSDocCommentsAndTags(node)
    .flatMap((each) => {
      if (ts.isJSDoc(each)) return [textOf(each.comment), ...(each.tags ?? []).map(refusalOf)];
      return [];
    })
    .filter((text) => text !== '')
    .join(' ');

const refusalOf = (tag: ts.JSDocTag): string =>
  ts.isJSDocThrowsTag(tag) ? `Refuses with ${textOf(tag.comment)}` : '';

interface Constant extends Field {
  readonly file: string;
  readonly name: string;
  readonly isExported: boolean;
}

const isExported = ({ modifiers }: ts.VariableStatement): boolean =>
  (modifiers ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);

const constantsOf = (file: string): Constant[] => {
  const text = readFileSync(path.join(FOLDER, file), 'utf8');
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  return source.statements.filter(ts.isVariableStatement).flatMap((statement) =>
    statement.declarationList.declarations.flatMap(({ name, initializer }) =>
      ts.isIdentifier(name) && initializer !== undefined
        ? [
            {
              file,
              name: name.text,
              isExported: isExported(statement),
              comment: commentOf(statement),
              value: initializer,
            },
          ]
        : [],
    ),
  );
};

const CONSTANTS = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.ts'))
  .flatMap(constantsOf);

/** A constant as it is called in one file: its own before that of another one. */
const constant = (name: string, file?: string): Constant | undefined =>
  CONSTANTS.find((each) => each.name === name && each.file === file) ??
  CONSTANTS.find((each) => each.name === name);

/** What is said of a constant that no other file speaks of, where a field is nothing but that. */
const commentOfPart = (value: ts.Node): string => {
  if (!ts.isIdentifier(value)) return '';
  const part = constant(value.text, value.getSourceFile().fileName);
  return part === undefined || part.isExported ? '' : part.comment;
};

/** The fields that an expression is put together from, by name; a later one wins, as in a spread. */
const fieldsOf = (node: ts.Node): (readonly [string, Field])[] => {
  if (ts.isIdentifier(node)) {
    const found = constant(node.text, node.getSourceFile().fileName);
    return found === undefined || found.value === node ? [] : fieldsOf(found.value);
  }
  if (ts.isPropertyAccessExpression(node)) {
    const member = fieldsOf(node.expression).find(([name]) => name === node.name.text);
    return member === undefined ? fieldsOf(node.expression) : fieldsOf(member[1].value);
  }
  if (ts.isCallExpression(node)) return [node.expression, ...node.arguments].flatMap(fieldsOf);
  if (!ts.isObjectLiteralExpression(node)) return [];
  return node.properties.flatMap((property): (readonly [string, Field])[] => {
    if (ts.isSpreadAssignment(property)) return fieldsOf(property.expression);
    const value = ts.isPropertyAssignment(property) ? property.initializer : property.name;
    const comment = commentOf(property) || commentOfPart(value);
    return [[property.name.getText(), { comment, value }]];
  });
};

const fieldAt = (node: ts.Node, [name, ...rest]: readonly string[]): Field | undefined => {
  const found = new Map(fieldsOf(node)).get(name ?? '');
  return found === undefined || rest.length === 0 ? found : fieldAt(found.value, rest);
};

/**
 * What the contracts say of something; empty where they say nothing.
 *
 * @param name - Of a constant in `contracts/`.
 * @param at - Names of the fields on the way to what is asked about.
 */
export const contractComment = (name: string, ...at: readonly string[]): string => {
  const found = constant(name);
  const field = at.length === 0 || found === undefined ? found : fieldAt(found.value, at);
  return field?.comment ?? '';
};
