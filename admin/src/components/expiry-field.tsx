import { Box, DateTimePicker, Flex, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import {
  type Expiry,
  expiryFromOption,
  expiryToOption,
  instantOf,
  latestAllowed,
} from '../../../contracts/expiry-choices';
import type { ExpiryPolicy } from '../../../contracts/key-policy';
import { useFormats } from '../hooks/use-formats';
import { useNow } from '../hooks/use-now';
import { useT } from '../translations/use-t';
import { FormField } from './form-field';

interface ExpiryFieldProps {
  value: Expiry;
  choices: readonly Expiry[];
  policy: ExpiryPolicy;
  /** Where a key lives on: when it ends now (`null` for never). It may only end earlier. */
  currentExpiry?: string | null | undefined;
  /** Lifetime of the token that a new one follows, to be offered as "the same". */
  sameDays?: number | null;
  error: string | undefined;
  onChange: (expiry: Expiry) => void;
}

/** When a key ends: a preset, a date and time, or never. */
export const ExpiryField = ({
  value,
  choices,
  policy,
  currentExpiry,
  sameDays = null,
  error,
  onChange,
}: ExpiryFieldProps) => {
  const t = useT();
  const { dateTime } = useFormats();
  const now = useNow();
  const latest =
    typeof currentExpiry === 'string' ? new Date(currentExpiry) : latestAllowed(policy, now);

  const labelOf = (expiry: Expiry): string => {
    switch (expiry.kind) {
      case 'days':
        return t(expiry.days === sameDays ? 'key.expiry.same' : 'key.expiry.days', {
          days: expiry.days,
        });
      case 'keep':
        return typeof currentExpiry === 'string'
          ? t('key.expiry.keep', { date: dateTime(currentExpiry) })
          : t('key.expiry.keep-never');
      case 'date':
      case 'never':
      case 'unset':
        return t(`key.expiry.${expiry.kind}`);
    }
  };

  const instant = instantOf(value, now);
  const hints = [
    typeof instant === 'string' && value.kind === 'days'
      ? t('key.expiry.on', { date: dateTime(instant) })
      : null,
    value.kind === 'never' ? t('key.expiry.never.hint') : null,
    currentExpiry === undefined ? null : t('key.expiry.only-earlier'),
    currentExpiry === undefined && policy.maxDays !== null
      ? t('key.expiry.longest', { days: policy.maxDays })
      : null,
  ].filter((hint) => hint !== null);

  return (
    <FormField
      name="expiry"
      label={t('key.expires-at')}
      hint={hints.join(' ')}
      error={error}
      required
    >
      <Flex gap={4} alignItems="flex-start" wrap="wrap">
        <Box flex="1" minWidth="24rem">
          <SingleSelect
            aria-label={t('key.expires-at')}
            placeholder={t('key.expiry.unset')}
            value={value.kind === 'unset' ? null : expiryToOption(value)}
            onChange={(option) => {
              onChange(expiryFromOption(String(option)));
            }}
          >
            {choices.map((choice) => (
              <SingleSelectOption key={expiryToOption(choice)} value={expiryToOption(choice)}>
                {labelOf(choice)}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Box>
        {value.kind === 'date' ? (
          <Box flex="1" minWidth="28rem">
            <DateTimePicker
              dateLabel={t('key.expiry.date-label')}
              timeLabel={t('key.expiry.time-label')}
              clearLabel={t('key.expiry.clear')}
              value={value.date === '' ? null : new Date(value.date)}
              minDate={new Date(now)}
              maxDate={latest}
              onChange={(date) => {
                onChange({ kind: 'date', date: date?.toISOString() ?? '' });
              }}
            />
          </Box>
        ) : null}
      </Flex>
    </FormField>
  );
};
