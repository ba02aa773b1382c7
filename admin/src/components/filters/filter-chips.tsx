import { Flex, Tag, TextButton } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import { useEffect, useRef } from 'react';
import { useFormats } from '../../hooks/use-formats';
import { useT } from '../../translations/use-t';
import {
  type ActiveFilter,
  activeFilters,
  type FilterChange,
  type FilterField,
  toggled,
} from './filter-fields';

interface FilterChipsProps {
  /** Id of the button that opens the panel. */
  buttonId: string;
  fields: readonly FilterField[];
  onChange: FilterChange;
  onClear: () => void;
}

/** What a list is filtered by, each with a button to remove it. */
export const FilterChips = ({ buttonId, fields, onChange, onClear }: FilterChipsProps) => {
  const t = useT();
  const { date } = useFormats();
  const list = useRef<HTMLUListElement>(null);
  const removed = useRef<number | null>(null);
  const filters = activeFilters(fields);

  // The button that was pressed is gone: on to the next one, or back to the panel's.
  useEffect(() => {
    if (removed.current === null) return;
    const buttons = list.current?.querySelectorAll('button') ?? [];
    const next = buttons[Math.min(removed.current, buttons.length - 1)];
    removed.current = null;
    (next ?? document.getElementById(buttonId))?.focus();
  });

  const valueOf = ({ field, value }: ActiveFilter): string => {
    if (field.kind === 'day') return date(value);
    const option = field.options.find((item) => item.value === value);
    return option?.label ?? t(field.isLoading === true ? 'table.loading' : 'filters.unknown');
  };

  if (filters.length === 0) return null;
  return (
    <Flex gap={2} wrap="wrap" alignItems="center">
      <Flex ref={list} tag="ul" gap={2} wrap="wrap" aria-label={t('filters.active')}>
        {filters.map((filter, index) => {
          const { field, value } = filter;
          const text = t('filters.chip', { label: field.label, value: valueOf(filter) });
          return (
            <li key={`${field.name} ${value}`}>
              <Tag
                padding={1}
                icon={<Cross aria-hidden />}
                label={t('filters.remove', { filter: text })}
                onClick={(event) => {
                  // The design system's tag is a submit button.
                  event.preventDefault();
                  removed.current = index;
                  onChange(field.name, toggled(field.chosen, value, false));
                }}
              >
                {text}
              </Tag>
            </li>
          );
        })}
      </Flex>
      <TextButton
        onClick={() => {
          document.getElementById(buttonId)?.focus();
          onClear();
        }}
      >
        {t('filters.clear')}
      </TextButton>
    </Flex>
  );
};
