import { SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { FormField } from '../../components/form-field';
import { useT } from '../../translations/use-t';

const HOURS = Array.from({ length: 24 }, (_none, hour) => hour);

interface HourFieldProps {
  value: number;
  isDisabled: boolean;
  onChange: (hour: number) => void;
}

export const HourField = ({ value, isDisabled, onChange }: HourFieldProps) => {
  const t = useT();
  const intl = useIntl();
  return (
    <FormField
      name="notices.hour"
      label={t('rules.notices.hour')}
      hint={t('rules.notices.hour.hint')}
    >
      <SingleSelect
        value={String(value)}
        disabled={isDisabled}
        onChange={(hour) => {
          onChange(Number(hour));
        }}
      >
        {HOURS.map((hour) => (
          <SingleSelectOption key={hour} value={String(hour)}>
            {intl.formatTime(Date.UTC(2030, 0, 1, hour), {
              timeZone: 'UTC',
              hour: 'numeric',
              minute: '2-digit',
            })}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </FormField>
  );
};

interface ZoneFieldProps {
  value: string;
  error: string | undefined;
  isDisabled: boolean;
  onChange: (zone: string) => void;
}

export const ZoneField = ({ value, error, isDisabled, onChange }: ZoneFieldProps) => {
  const t = useT();
  const zones = useMemo(
    () => [...new Set(['UTC', value, ...Intl.supportedValuesOf('timeZone')])],
    [value],
  );
  return (
    <FormField name="notices.timeZone" label={t('rules.notices.zone')} error={error}>
      {/* Not a `Combobox`: with so many options it forgets the chosen one once it is closed. */}
      <SingleSelect
        value={value}
        disabled={isDisabled}
        onChange={(zone) => {
          onChange(String(zone));
        }}
      >
        {zones.map((zone) => (
          <SingleSelectOption key={zone} value={zone}>
            {zone}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </FormField>
  );
};
