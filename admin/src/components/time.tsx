import { Tooltip } from '@strapi/design-system';
import { useFormats } from '../hooks/use-formats';
import { useNow } from '../hooks/use-now';

interface TimeProps {
  value: string;
}

/** "3 hours ago", with the exact time on hover and for screen readers. */
export const RelativeTime = ({ value }: TimeProps) => {
  const { relative, dateTime } = useFormats();
  const now = useNow();
  return (
    <Tooltip label={dateTime(value)}>
      <time dateTime={value}>{relative(value, now)}</time>
    </Tooltip>
  );
};

/** The day, with the exact time on hover. */
export const DateOnly = ({ value }: TimeProps) => {
  const { date, dateTime } = useFormats();
  return (
    <Tooltip label={dateTime(value)}>
      <time dateTime={value}>{date(value)}</time>
    </Tooltip>
  );
};

/** Day, time and zone. */
export const DateTime = ({ value }: TimeProps) => {
  const { dateTime } = useFormats();
  return <time dateTime={value}>{dateTime(value)}</time>;
};
