import { Box, Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { type KeyCounts, QUICK_FILTERS, type QuickFilter } from '../../../../contracts/keys';
import { useFormats } from '../../hooks/use-formats';
import { useT } from '../../translations/use-t';

const Pill = styled.button`
  display: inline-flex;
  align-items: center;
  gap: ${({ theme }) => theme.spaces[2]};
  padding: ${({ theme }) => `0.6rem ${theme.spaces[3]}`};
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: 10rem;
  background: ${({ theme }) => theme.colors.neutral0};
  color: ${({ theme }) => theme.colors.neutral800};
  cursor: pointer;

  &:hover {
    background: ${({ theme }) => theme.colors.neutral100};
  }

  &[aria-pressed='true'] {
    border-color: ${({ theme }) => theme.colors.primary600};
    background: ${({ theme }) => theme.colors.primary100};
    color: ${({ theme }) => theme.colors.primary700};
  }

  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
  }
`;

interface QuickFiltersProps {
  /** Absent until the first answer. */
  counts: KeyCounts | undefined;
  value: QuickFilter | undefined;
  seesRoles: boolean;
  onChange: (quick: QuickFilter) => void;
}

/** What one most often looks for, one click away, with how many keys it concerns. */
export const QuickFilters = ({ counts, value, seesRoles, onChange }: QuickFiltersProps) => {
  const t = useT();
  const { number } = useFormats();
  const offered = QUICK_FILTERS.filter((quick) => seesRoles || quick !== 'full-access');
  return (
    <Flex role="group" aria-label={t('keys.quick')} gap={2} wrap="wrap">
      {offered.map((quick) => {
        const count = counts?.quick[quick];
        return (
          <Pill
            key={quick}
            type="button"
            aria-pressed={quick === value}
            onClick={() => {
              onChange(quick);
            }}
          >
            <Typography variant="pi" textColor="currentColor">
              {t(`keys.quick.${quick}`)}
            </Typography>
            {count === undefined ? null : (
              <Box tag="span">
                <Typography variant="pi" fontWeight="bold" textColor="currentColor">
                  {count.isTotalExact
                    ? number(count.total)
                    : t('keys.quick.more', { total: count.total })}
                </Typography>
              </Box>
            )}
          </Pill>
        );
      })}
    </Flex>
  );
};
