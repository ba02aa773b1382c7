import {
  Box,
  Button,
  Flex,
  Popover,
  SingleSelect,
  SingleSelectOption,
  VisuallyHidden,
} from '@strapi/design-system';
import { Filter } from '@strapi/icons';
import { useState } from 'react';
import { styled } from 'styled-components';
import { useT } from '../../translations/use-t';
import { activeFilters, type FilterChange, type FilterField } from './filter-fields';
import { FilterChoices } from './filter-choices';
import { FilterDay } from './filter-day';

const Count = styled(Box)`
  min-width: 1.6rem;
  line-height: 1.6rem;
  text-align: center;
`;

interface FilterButtonProps {
  /** Id of the button, to which focus goes when the last chip is removed. */
  id: string;
  fields: readonly FilterField[];
  onChange: FilterChange;
  onClear: () => void;
  /** Called whenever the panel opens: what it offers may be loaded then. */
  onOpen?: () => void;
}

/** The button with the number of active filters, and the panel in which one chooses them. */
export const FilterButton = ({ id, fields, onChange, onClear, onOpen }: FilterButtonProps) => {
  const t = useT();
  const [name, setName] = useState(fields[0]?.name);
  const field = fields.find((item) => item.name === name) ?? fields[0];
  const count = activeFilters(fields).length;
  if (field === undefined) return null;
  return (
    <Popover.Root
      onOpenChange={(isOpen) => {
        if (isOpen) onOpen?.();
      }}
    >
      <Popover.Trigger>
        <Button
          id={id}
          variant="tertiary"
          size="S"
          startIcon={<Filter />}
          endIcon={
            count === 0 ? null : (
              <Count
                aria-hidden
                background="primary600"
                color="neutral0"
                hasRadius
                paddingLeft={1}
                paddingRight={1}
              >
                {count}
              </Count>
            )
          }
        >
          {t('filters.title')}
          {count === 0 ? null : <VisuallyHidden> {t('filters.count', { count })}</VisuallyHidden>}
        </Button>
      </Popover.Trigger>
      <Popover.Content aria-label={t('filters.title')} collisionPadding={8}>
        <Flex direction="column" alignItems="stretch" gap={3} padding={3} width="28rem">
          <SingleSelect
            size="S"
            aria-label={t('filters.field')}
            value={field.name}
            onChange={(next) => {
              setName(String(next));
            }}
          >
            {fields.map((item) => (
              <SingleSelectOption key={item.name} value={item.name}>
                {t('filters.field.count', { label: item.label, count: item.chosen.length })}
              </SingleSelectOption>
            ))}
          </SingleSelect>
          {field.kind === 'choices' ? (
            <FilterChoices key={field.name} field={field} onChange={onChange} />
          ) : (
            <FilterDay key={field.name} field={field} onChange={onChange} />
          )}
          {count === 0 ? null : (
            <Button variant="tertiary" size="S" onClick={onClear}>
              {t('filters.clear')}
            </Button>
          )}
        </Flex>
      </Popover.Content>
    </Popover.Root>
  );
};
