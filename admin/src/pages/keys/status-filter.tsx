import { Box, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { KEY_STATUSES } from '../../../../contracts/keys';
import { useT } from '../../translations/use-t';
import { type StatusChoice } from './use-keys-list';

interface StatusFilterProps {
  value: StatusChoice;
  onChange: (choice: StatusChoice) => void;
}

const CHOICES: readonly StatusChoice[] = ['default', ...KEY_STATUSES, 'all'];

export const StatusFilter = ({ value, onChange }: StatusFilterProps) => {
  const t = useT();
  const labelOf = (choice: StatusChoice) =>
    choice === 'default' || choice === 'all' ? t(`keys.filter.${choice}`) : t(`status.${choice}`);
  return (
    <Box minWidth="18rem">
      <SingleSelect
        size="S"
        aria-label={t('keys.filter.label')}
        value={value}
        onChange={(option) => {
          onChange(CHOICES.find((choice) => choice === option) ?? 'default');
        }}
        customizeContent={() => labelOf(value)}
      >
        {CHOICES.map((choice) => (
          <SingleSelectOption key={choice} value={choice}>
            {labelOf(choice)}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </Box>
  );
};
