import { Box, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { KeyUsage } from '../../../../../contracts/usage';
import { useFormats } from '../../../hooks/use-formats';
import { useT } from '../../../translations/use-t';

const Sheet = styled.table`
  width: 100%;
  border-collapse: collapse;

  caption {
    text-align: start;
  }

  th,
  td {
    padding: ${({ theme }) => `${theme.spaces[1]} ${theme.spaces[2]}`};
    border-block-end: 1px solid ${({ theme }) => theme.colors.neutral150};
    text-align: start;
  }
`;

/** Only read aloud. */
const Unseen = styled.div`
  position: absolute;
  width: 1px;
  height: 1px;
  overflow: hidden;
  clip-path: inset(50%);
`;

interface UsageTableProps {
  days: KeyUsage['days'];
  /** Else it is there for those who listen to the page. */
  isShown: boolean;
}

/** The numbers of the chart, newest first. */
export const UsageTable = ({ days, isShown }: UsageTableProps) => {
  const t = useT();
  const { utcDay, number } = useFormats();
  const table = (
    <Sheet>
      <caption>
        <Typography variant="pi" textColor="neutral600">
          {t('key.use.table')}
        </Typography>
      </caption>
      <thead>
        <tr>
          {(['day', 'allowed', 'denied'] as const).map((column) => (
            <Typography key={column} tag="th" scope="col" variant="sigma" textColor="neutral600">
              {t(`key.use.${column}`)}
            </Typography>
          ))}
        </tr>
      </thead>
      <tbody>
        {days.toReversed().map(({ day, allowed, denied }) => (
          <tr key={day}>
            <Typography tag="th" scope="row">
              {utcDay(day)}
            </Typography>
            <Typography tag="td">{number(allowed)}</Typography>
            <Typography tag="td">{number(denied)}</Typography>
          </tr>
        ))}
      </tbody>
    </Sheet>
  );
  if (!isShown) return <Unseen>{table}</Unseen>;
  return (
    <Box
      tabIndex={0}
      role="region"
      aria-label={t('key.use.table')}
      maxHeight="32rem"
      overflow="auto"
    >
      {table}
    </Box>
  );
};
