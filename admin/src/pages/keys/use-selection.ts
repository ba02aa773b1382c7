import { useNotification } from '@strapi/strapi/admin';
import { useCallback, useState } from 'react';
import { MAX_SELECTION } from '../../../../contracts/bulk';
import type { Key, KeyFilter } from '../../../../contracts/keys';
import { useSelectKeysMutation } from '../../api/bulk';
import { failureOf } from '../../api/failure';
import { useFailureText } from '../../hooks/use-failure-text';
import {
  headState,
  hiddenCount,
  NONE_SELECTED,
  onlySelected,
  without,
  withIds,
  withKeys,
} from './selection';

/**
 * Which keys are ticked: kept by id while one turns pages, sorts and filters.
 *
 * @param shown - The keys of the present page.
 * @param filter - What the present list is filtered by, for all that match.
 */
export const useSelection = (shown: readonly Key[], filter: KeyFilter) => {
  const [selected, setSelected] = useState(NONE_SELECTED);
  const [selectKeys, { isLoading: isSelecting }] = useSelectKeysMutation();
  const { toggleNotification } = useNotification();
  const textOf = useFailureText();

  const selectAll = async () => {
    try {
      const { data } = await selectKeys({ filter }).unwrap();
      setSelected((current) => withIds(current, data.ids));
    } catch (error) {
      toggleNotification({ type: 'danger', message: textOf(failureOf(error)) });
    }
  };

  return {
    ids: [...selected.keys()],
    count: selected.size,
    has: (id: string) => selected.has(id),
    head: headState(selected, shown),
    hidden: hiddenCount(selected, shown),
    only: onlySelected(selected, shown),
    isSelecting,
    /** Whether so many can be changed at once. */
    isTooMany: selected.size > MAX_SELECTION,
    toggle: (key: Key, isOn: boolean) => {
      setSelected((current) => withKeys(current, [key], isOn));
    },
    togglePage: (isOn: boolean) => {
      setSelected((current) => withKeys(current, shown, isOn));
    },
    selectAll: () => void selectAll(),
    remove: useCallback((ids: readonly string[]) => {
      setSelected((current) => without(current, ids));
    }, []),
    clear: () => {
      setSelected(NONE_SELECTED);
    },
  };
};

export type KeySelection = ReturnType<typeof useSelection>;
