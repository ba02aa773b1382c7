import { Box, Flex, Typography, VisuallyHidden } from '@strapi/design-system';
import { styled } from 'styled-components';
import { useFormats } from '../../../hooks/use-formats';
import { useT } from '../../../translations/use-t';
import type { BulkAction } from './use-bulk';

const Track = styled(Box)`
  height: 0.8rem;
  overflow: hidden;
`;

const Filled = styled(Box)`
  height: 100%;

  @media (prefers-reduced-motion: no-preference) {
    transition: width 0.2s;
  }
`;

/** A screen reader is told this often on the way. */
const TOLD = 4;

interface BulkProgressProps {
  how: BulkAction;
  count: number;
  total: number;
}

/** How many keys have been answered for. */
export const BulkProgress = ({ how, count, total }: BulkProgressProps) => {
  const t = useT();
  const { number } = useFormats();
  const told = Math.floor((count / total) * TOLD) * Math.floor(100 / TOLD);
  const text = t('bulk.progress', { count: number(count), total: number(total) });
  return (
    <Flex direction="column" alignItems="stretch" gap={3} paddingTop={4} paddingBottom={4}>
      <Track
        background="neutral200"
        hasRadius
        role="progressbar"
        aria-label={t(`bulk.${how}.running`)}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={count}
        aria-valuetext={text}
      >
        <Filled background="primary600" width={`${String((count / total) * 100)}%`} />
      </Track>
      <Typography textColor="neutral800">
        {t(`bulk.${how}.running`)} · {text}
      </Typography>
      <VisuallyHidden role="status">{t('bulk.progress.told', { percent: told })}</VisuallyHidden>
    </Flex>
  );
};
