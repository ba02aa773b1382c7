import { Field, Grid, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useT } from '../translations/use-t';
import { FormField } from './form-field';
import { isRateUnit, RATE_UNITS, type RateLimitText } from './rate-limit-text';

interface RateLimitFieldsProps {
  value: RateLimitText;
  /** Said below: what holds where it is empty. */
  hint: string;
  requestsError: string | undefined;
  windowError: string | undefined;
  onChange: (value: RateLimitText) => void;
}

const UNITS = Object.keys(RATE_UNITS).filter(isRateUnit);

/** Requests, and the window in which there may be so many. */
export const RateLimitFields = ({
  value,
  hint,
  requestsError,
  windowError,
  onChange,
}: RateLimitFieldsProps) => {
  const t = useT();
  return (
    <Grid.Root gap={4}>
      <Grid.Item col={4} s={4} xs={12} alignItems="flex-start">
        <FormField
          name="rateRequests"
          label={t('key.rate.requests')}
          hint={hint}
          error={requestsError}
        >
          <Field.Input
            inputMode="numeric"
            autoComplete="off"
            value={value.requests}
            onChange={(event) => {
              onChange({ ...value, requests: event.target.value });
            }}
          />
        </FormField>
      </Grid.Item>
      <Grid.Item col={4} s={4} xs={6} alignItems="flex-start">
        <FormField name="rateEvery" label={t('key.rate.every')} error={windowError}>
          <Field.Input
            inputMode="numeric"
            autoComplete="off"
            value={value.every}
            onChange={(event) => {
              onChange({ ...value, every: event.target.value });
            }}
          />
        </FormField>
      </Grid.Item>
      <Grid.Item col={4} s={4} xs={6} alignItems="flex-start">
        <FormField name="rateUnit" label={t('key.rate.unit')}>
          <SingleSelect
            value={value.unit}
            onChange={(unit) => {
              const name = String(unit);
              if (isRateUnit(name)) onChange({ ...value, unit: name });
            }}
          >
            {UNITS.map((unit) => (
              <SingleSelectOption key={unit} value={unit}>
                {t(`key.rate.unit.${unit}`)}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </FormField>
      </Grid.Item>
    </Grid.Root>
  );
};
