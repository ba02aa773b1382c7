import { Flex, Typography } from '@strapi/design-system';
import { CheckCircle, CrossCircle } from '@strapi/icons';
import { useT } from '../../translations/use-t';
import type { RuleVerdict } from './use-rule-test';

interface RuleResultsProps {
  names: RuleVerdict['names'];
}

/** Which of the tried names a pattern lets pass. */
export const RuleResults = ({ names }: RuleResultsProps) => {
  const t = useT();
  if (names.length === 0) return null;
  return (
    <Flex
      tag="ul"
      direction="column"
      alignItems="stretch"
      gap={1}
      aria-label={t('rules.try.results')}
      aria-live="polite"
    >
      {names.map(({ name, matches }, at) => (
        <Flex tag="li" gap={2} key={`${String(at)} ${name}`}>
          {matches ? (
            <CheckCircle fill="success600" aria-hidden />
          ) : (
            <CrossCircle fill="danger600" aria-hidden />
          )}
          <Typography textColor={matches ? 'success700' : 'danger700'} ellipsis>
            {t(matches ? 'rules.try.match' : 'rules.try.mismatch', { name })}
          </Typography>
        </Flex>
      ))}
    </Flex>
  );
};
