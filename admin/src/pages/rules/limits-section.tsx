import { Flex } from '@strapi/design-system';
import { Panel } from '../../components/panel';
import { RateLimitFields } from '../../components/rate-limit-fields';
import { useT } from '../../translations/use-t';
import { CheckField } from './fields';
import type { SectionProps } from './use-rules-form';

export const LimitsSection = ({ form: { values, errorOf, set } }: SectionProps) => {
  const t = useT();
  return (
    <Panel title={t('rules.limits')} hint={t('rules.limits.hint')}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <RateLimitFields
          value={values.rateLimit}
          hint={t('rules.limits.rate.hint')}
          requestsError={errorOf('rateLimit.requests')}
          windowError={errorOf('rateLimit.windowSeconds')}
          onChange={(limit) => {
            set('rateLimit', limit);
          }}
        />
        <CheckField
          label={t('rules.clear-text')}
          hint={t('rules.clear-text.hint')}
          isChecked={values.clearTextForAdminTokens}
          onChange={(checked) => {
            set('clearTextForAdminTokens', checked);
          }}
        />
      </Flex>
    </Panel>
  );
};
