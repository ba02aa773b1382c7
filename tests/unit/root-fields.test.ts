import { parse } from 'graphql';

import { rootFields } from '../../server/src/domain/root-fields';

const counted = (text: string, name?: unknown) => rootFields(parse(text), name);

describe('what an operation of GraphQL counts as', () => {
  it.each([
    ['{ articles { title } }', 1],
    ['{ articles { title category { name articles { title } } } }', 1],
    ['{ articles { title } categories { name } }', 2],
    ['{ a: articles { title } b: articles { title } c: articles { title } }', 3],
    // The same key is answered once.
    ['{ articles { title } articles { documentId } }', 1],
    ['{ __typename }', 1],
    ['{ __typename other: __typename articles { title } }', 1],
    ['{ a: __schema { types { name } } b: __schema { types { name } } }', 2],
    ['{ ... { a: articles { title } } ... on Query { b: articles { title } } }', 2],
    [
      '{ ...F b: articles { title } } fragment F on Query { a: articles { title } ...G } fragment G on Query { c: articles { title } }',
      3,
    ],
    ['{ ...F ...F } fragment F on Query { a: articles { title } }', 1],
    [
      '{ ...F } fragment F on Query { a: articles { title } ...G } fragment G on Query { b: articles { title } ...F }',
      2,
    ],
    ['{ ...Absent }', 1],
    [
      'query ($no: Boolean = false) { a: articles @include(if: $no) { title } b: articles { title } }',
      2,
    ],
    [
      'mutation { a: deleteArticle(documentId: "1") { documentId } b: deleteArticle(documentId: "2") { documentId } }',
      2,
    ],
    ['fragment F on Query { a: articles { title } }', 1],
  ])('%s: %d', (text, fields) => {
    expect(counted(text)).toBe(fields);
  });

  it('is that of the operation that runs', () => {
    const text =
      'query One { a: articles { title } } query Two { a: articles { title } b: articles { title } }';

    expect([
      counted(text, 'One'),
      counted(text, 'Two'),
      counted(text, 'Three'),
      counted(text),
    ]).toEqual([1, 2, 1, 1]);
  });

  it('takes no longer where fragments spread each other many times', () => {
    const fragments = Array.from(
      { length: 60 },
      (_, at) =>
        `fragment F${at} on Query { a${at}: articles { title } ...F${at + 1} ...F${at + 1} }`,
    );

    expect(counted(`{ ...F0 } ${fragments.join(' ')}`)).toBe(60);
  });
});
