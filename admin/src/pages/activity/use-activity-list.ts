import { useMemo, useState } from 'react';
import {
  ACTIVITY_KINDS,
  activityEndpoints,
  listActivityQuery,
  type ActivityKind,
} from '../../../../contracts/activity';
import { KEY_STATUSES } from '../../../../contracts/keys';
import { useListAccessActivityQuery, useListActivityPeopleQuery } from '../../api/activity';
import { download } from '../../api/download';
import { useListAccessKeysQuery } from '../../api/keys';
import type { FilterField, FilterOption } from '../../components/filters/filter-fields';
import { useDownload } from '../../hooks/use-download';
import { useListQuery } from '../../hooks/use-list-query';
import type { Can } from '../../hooks/use-permissions';
import type { TextId } from '../../translations/get-translation';
import { useT } from '../../translations/use-t';

const FIRST_KEYS = {
  page: 1,
  pageSize: 100,
  sort: 'name:asc' as const,
  status: [...KEY_STATUSES],
};

const GROUPS: Partial<Record<string, TextId>> = {
  alert: 'activity.group.alert',
  attempt: 'activity.group.attempt',
  export: 'activity.group.export',
  key: 'activity.group.key',
  notice: 'activity.group.notice',
  role: 'activity.group.role',
  settings: 'activity.group.settings',
  tag: 'activity.group.tag',
};

const groupOf = (kind: ActivityKind): TextId =>
  GROUPS[kind.split('.')[0] ?? ''] ?? 'activity.title';

const distinct = (options: readonly FilterOption[]): FilterOption[] => [
  ...new Map(options.map((option) => [option.value, option])).values(),
];

/** The activity as the URL asks for it, what it can be filtered by, and its exports. */
export const useActivityList = (can: Can) => {
  const t = useT();
  const { query, change, linkTo } = useListQuery(listActivityQuery);
  const list = useListAccessActivityQuery(query, { refetchOnMountOrArgChange: true });
  const [isFiltering, setFiltering] = useState(false);
  const hasFilter = query.actor !== undefined || query.key !== undefined;
  const isOffered = isFiltering || hasFilter;
  const people = useListActivityPeopleQuery(undefined, { skip: !isOffered });
  const keys = useListAccessKeysQuery(FIRST_KEYS, { skip: !isOffered || !can('read') });
  const { search, kind, actor, key, from, until } = query;
  const filter = { search, kind, actor, key, from, until };

  const csv = useDownload(() =>
    download(activityEndpoints.export, { ...filter, format: 'csv' }, 'activity.csv'),
  );
  const json = useDownload(() =>
    download(activityEndpoints.export, { ...filter, format: 'json' }, 'activity.json'),
  );

  const seen = useMemo(
    () =>
      (list.data?.data ?? []).flatMap(({ subject }) =>
        subject?.type === 'key' && subject.id !== null
          ? [{ value: subject.id, label: subject.name }]
          : [],
      ),
    [list.data],
  );

  const fields: FilterField[] = [
    {
      kind: 'choices',
      name: 'kind',
      label: t('activity.filter.kind'),
      chosen: query.kind ?? [],
      options: ACTIVITY_KINDS.map((kind) => ({
        value: kind,
        label: t(`activity.kind.${kind}`),
        group: t(groupOf(kind)),
      })),
    },
    {
      kind: 'choices',
      name: 'actor',
      label: t('activity.filter.actor'),
      chosen: query.actor ?? [],
      options: distinct(
        [...(people.data?.data ?? []), ...(query.actor ?? [])].map((name) => ({
          value: name,
          label: name,
        })),
      ),
      isLoading: people.isFetching,
      hasFailed: people.isError,
    },
    {
      kind: 'choices',
      name: 'key',
      label: t('activity.filter.key'),
      chosen: query.key === undefined ? [] : [query.key],
      options: distinct([
        ...(keys.data?.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
        ...seen,
      ]),
      hint: t('activity.filter.key.hint'),
      isLoading: keys.isFetching || list.isFetching,
    },
    {
      kind: 'day',
      name: 'from',
      label: t('activity.filter.from'),
      chosen: query.from === undefined ? [] : [query.from],
      edge: 'start',
    },
    {
      kind: 'day',
      name: 'until',
      label: t('activity.filter.until'),
      chosen: query.until === undefined ? [] : [query.until],
      edge: 'end',
    },
  ];

  return {
    query,
    change,
    linkTo,
    list,
    fields,
    csv,
    json,
    startFiltering: () => {
      setFiltering(true);
    },
    /** Of one key at a time: the one ticked last. */
    onFilter: (name: string, values: readonly string[]) => {
      change({ [name]: name === 'key' ? values.slice(-1) : values });
    },
    onClear: () => {
      change({ kind: [], actor: [], key: undefined, from: undefined, until: undefined });
    },
    isNarrowed: Object.values(filter).some((value) => (value ?? '').length > 0),
  };
};
