import { useState } from 'react';
import { KEY_STATUSES, KEY_TYPES, type KeyFilter } from '../../../../contracts/keys';
import { useListKeyPeopleQuery } from '../../api/keys';
import { useListAllAccessRolesQuery } from '../../api/roles';
import { useListAllAccessTagsQuery } from '../../api/tags';
import type { ChoiceField, FilterField } from '../../components/filters/filter-fields';
import type { Can } from '../../hooks/use-permissions';
import { useT } from '../../translations/use-t';

interface Named {
  readonly id: string;
  readonly name: string;
}

interface Source<T> {
  readonly data?: T | undefined;
  readonly isLoading: boolean;
  readonly isError: boolean;
}

const optionOf = ({ id, name }: Named) => ({ value: id, label: name });

const isUsed = (values: readonly string[] | undefined) => values !== undefined && values.length > 0;

/** The fields of the filter panel; what they offer is asked for when the panel opens or names it. */
export const useKeyFilters = (filter: KeyFilter, can: Can) => {
  const t = useT();
  const [wasOpened, setOpened] = useState(false);
  const fresh = { refetchOnMountOrArgChange: true };
  const seesRoles = can('get-role');
  const roles = useListAllAccessRolesQuery(undefined, {
    ...fresh,
    skip: !seesRoles || !(wasOpened || isUsed(filter.roles)),
  });
  const tags = useListAllAccessTagsQuery(undefined, {
    ...fresh,
    skip: !(wasOpened || isUsed(filter.tags)),
  });
  const people = useListKeyPeopleQuery(undefined, {
    ...fresh,
    skip: !(wasOpened || isUsed(filter.author) || isUsed(filter.issuedBy)),
  });

  const choices = <T>(
    name: keyof KeyFilter,
    label: string,
    { data, isLoading, isError }: Source<T>,
    optionsOf: (data: T) => ChoiceField['options'],
  ): ChoiceField => ({
    kind: 'choices',
    name,
    label,
    chosen: ([] as string[]).concat(filter[name] ?? []),
    options: data === undefined ? [] : optionsOf(data),
    isLoading,
    hasFailed: isError,
  });
  const known = { data: null, isLoading: false, isError: false };

  const fields: FilterField[] = [
    {
      ...choices('status', t('key.status'), known, () =>
        KEY_STATUSES.map((status) => ({ value: status, label: t(`status.${status}`) })),
      ),
      hint: t('keys.filter.status.hint'),
    },
    {
      ...choices('type', t('key.type'), known, () =>
        KEY_TYPES.map((type) => ({ value: type, label: t(`type.${type}`) })),
      ),
      hint: t('keys.filter.type.hint'),
    },
    ...(seesRoles ? [choices('roles', t('key.role'), roles, (found) => found.map(optionOf))] : []),
    choices('tags', t('key.tag'), tags, (found) => found.map(optionOf)),
    choices('author', t('key.author'), people, ({ data }) => data.authors.map(optionOf)),
    choices('issuedBy', t('key.issued-by'), people, ({ data }) =>
      data.issuers.map((name) => ({ value: name, label: name })),
    ),
  ];

  const retryFailed = () => {
    for (const source of [roles, tags, people]) if (source.isError) void source.refetch();
  };

  return {
    fields,
    onOpen: () => {
      setOpened(true);
      retryFailed();
    },
  };
};
