import { SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useNow } from '../../hooks/use-now';
import { useT } from '../../translations/use-t';
import { periodOf, PERIODS, startOfPeriod } from './periods';

interface PeriodSelectProps {
  from: string | undefined;
  until: string | undefined;
  onChange: (from: string | undefined) => void;
}

/** The usual periods at hand; days of one's own are chosen among the filters. */
export const PeriodSelect = ({ from, until, onChange }: PeriodSelectProps) => {
  const t = useT();
  const now = new Date(useNow());
  const period = periodOf({ from, until }, now);
  return (
    <SingleSelect
      size="S"
      aria-label={t('activity.period')}
      value={String(period)}
      onChange={(value) => {
        if (value === 'all') onChange(undefined);
        else if (value !== 'custom') onChange(startOfPeriod(Number(value), now));
      }}
    >
      <SingleSelectOption value="all">{t('activity.all')}</SingleSelectOption>
      {PERIODS.map((days) => (
        <SingleSelectOption key={days} value={String(days)}>
          {t('activity.days', { days })}
        </SingleSelectOption>
      ))}
      {period === 'custom' ? (
        <SingleSelectOption value="custom">{t('activity.custom')}</SingleSelectOption>
      ) : null}
    </SingleSelect>
  );
};
