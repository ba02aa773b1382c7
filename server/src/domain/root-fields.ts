/** What is read of a parsed GraphQL document (the AST of the package `graphql`). */
export interface GraphqlDocument {
  readonly definitions: readonly GraphqlDefinition[];
}

interface Named {
  readonly value: string;
}

interface GraphqlDefinition {
  readonly kind: string;
  readonly name?: Named;
  readonly selectionSet?: SelectionSet;
}

interface SelectionSet {
  readonly selections: readonly Selection[];
}

interface Selection {
  readonly kind: string;
  readonly name?: Named;
  readonly alias?: Named;
  readonly selectionSet?: SelectionSet;
}

/** Says only what its parent is; costs nothing. */
const FREE = '__typename';

const isOperation = ({ kind }: GraphqlDefinition): boolean => kind === 'OperationDefinition';

/**
 * How many fields of the root an operation asks to be resolved, which is what it costs: each is what a
 * request is by REST. Fields under other aliases are others, also those that fragments bring in, and
 * those that a directive may skip.
 *
 * @param operationName - Which of several operations runs.
 * @returns 1 at least, also for what cannot run.
 */
export const rootFields = ({ definitions }: GraphqlDocument, operationName?: unknown): number => {
  const operations = definitions.filter(isOperation);
  const operation =
    operations.length === 1
      ? operations[0]
      : operations.find(({ name }) => name?.value === operationName);
  const fragments = new Map(
    definitions
      .filter(({ kind }) => kind === 'FragmentDefinition')
      .map(({ name, selectionSet }) => [name?.value, selectionSet]),
  );
  const keys = new Set<string>();
  // A fragment is gone through once, however often it is spread, and by whichever circle.
  const seen = new Set<string>();

  const collect = (set: SelectionSet | undefined): void => {
    for (const { kind, name, alias, selectionSet } of set?.selections ?? []) {
      if (kind === 'InlineFragment') collect(selectionSet);
      else if (name === undefined || name.value === FREE) continue;
      else if (kind === 'Field') keys.add((alias ?? name).value);
      else if (!seen.has(name.value)) {
        seen.add(name.value);
        collect(fragments.get(name.value));
      }
    }
  };

  collect(operation?.selectionSet);
  return Math.max(1, keys.size);
};
