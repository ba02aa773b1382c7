import { useId, useState } from 'react';
import {
  type Expiry,
  expiryChoices,
  expiryFromOption,
  expiryToOption,
  instantOf,
  latestAllowed,
} from '../../contracts/expiry-choices';
import type { ExpiryPolicy } from '../../contracts/key-policy';
import { fromLocalField, toLocalField } from './formats';
import { useWording } from './wording';

interface ExpiryFieldProps {
  value: Expiry;
  policy: ExpiryPolicy;
  /** Lifetime of the token that the new one follows. */
  sameDays?: number | null;
  onChange: (expiry: Expiry) => void;
}

/** When a token ends: after some days, at a date and time, or never. */
export const ExpiryField = ({ value, policy, sameDays = null, onChange }: ExpiryFieldProps) => {
  const { t, formats } = useWording();
  const id = useId();
  const [now] = useState(() => Date.now());

  const labelOf = (expiry: Expiry): string => {
    if (expiry.kind === 'days') return formats.days(expiry.days);
    return t(expiry.kind === 'never' ? 'never-text' : 'expiry-date-text');
  };
  const instant = value.kind === 'days' ? instantOf(value, now) : null;
  const hint = typeof instant === 'string' ? { date: formats.dateTime(instant) } : null;
  return (
    <div className="api-access-expiry">
      <label htmlFor={id}>{t('expires-label')}</label>{' '}
      <select
        id={id}
        required
        aria-describedby={hint === null ? undefined : `${id}-hint`}
        value={value.kind === 'unset' ? '' : expiryToOption(value)}
        onChange={({ target }) => {
          onChange(expiryFromOption(target.value));
        }}
      >
        {value.kind === 'unset' ? <option value="">{t('expiry-choose-text')}</option> : null}
        {expiryChoices(policy, sameDays).map((choice) => (
          <option key={expiryToOption(choice)} value={expiryToOption(choice)}>
            {labelOf(choice)}
          </option>
        ))}
      </select>
      {hint === null ? null : <p id={`${id}-hint`}>{t('expiry-on-text', hint)}</p>}
      {value.kind === 'date' ? (
        <div>
          <label htmlFor={`${id}-date`}>{t('expiry-date-label')}</label>{' '}
          <input
            id={`${id}-date`}
            type="datetime-local"
            required
            min={toLocalField(new Date(now).toISOString())}
            max={toLocalField(latestAllowed(policy, now)?.toISOString() ?? '') || undefined}
            value={toLocalField(value.date)}
            onChange={({ target }) => {
              onChange({ kind: 'date', date: fromLocalField(target.value) });
            }}
          />
        </div>
      ) : null}
    </div>
  );
};
