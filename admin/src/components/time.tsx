import { Tooltip } from '@strapi/design-system';
import { useFormats } from '../hooks/use-formats';
import { useNow } from '../hooks/use-now';

interface TimeProps {
  value: string;
}

interface RelativeTimeProps extends TimeProps {
  style?: 'long' | 'short';
}

/** "3 hours ago", with the exact time on hover. */
export const RelativeTime = ({ value, style = 'long' }: RelativeTimeProps) => {
  const { relative, dateTime } = useFormats();
  const now = useNow();
  return (
    <Tooltip label={dateTime(value)}>
      <time dateTime={value}>{relative(value, now, style)}</time>
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
