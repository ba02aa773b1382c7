import { Field } from '@strapi/design-system';
import { styled } from 'styled-components';
import { useT } from '../../translations/use-t';
import { type DayField, dayOfInstant, type FilterChange, instantOfDay } from './filter-fields';

/* The browser's own date field: its calendar lies above the panel, and closes before it. */
const DayInput = styled(Field.Input)`
  color-scheme: ${({ theme }) => (theme.colors.neutral0 === '#ffffff' ? 'light' : 'dark')};
`;

interface FilterDayProps {
  field: DayField;
  onChange: FilterChange;
}

/** One day, from which or up to which entries are shown. */
export const FilterDay = ({ field: { name, label, chosen, edge }, onChange }: FilterDayProps) => {
  const t = useT();
  return (
    <Field.Root name={name} hint={t(`filters.day.${edge}`)}>
      <DayInput
        type="date"
        size="S"
        aria-label={label}
        value={dayOfInstant(chosen[0])}
        max="9999-12-31"
        onChange={(event: { target: { value: string } }) => {
          const instant = instantOfDay(event.target.value, edge);
          onChange(name, instant === null ? [] : [instant]);
        }}
      />
      <Field.Hint />
    </Field.Root>
  );
};
