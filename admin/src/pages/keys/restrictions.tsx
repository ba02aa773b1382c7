import { Flex, Textarea } from '@strapi/design-system';
import { useState } from 'react';
import type { RateLimit } from '../../../../contracts/rate-limit';
import { Disclosure } from '../../components/disclosure';
import { FormField } from '../../components/form-field';
import { Panel } from '../../components/panel';
import { RateLimitFields } from '../../components/rate-limit-fields';
import { useRateLimitText } from '../../hooks/use-rate-limit-text';
import { useT } from '../../translations/use-t';
import { badNetwork } from './networks-text';
import type { KeyFormState } from './use-key-form';

interface RestrictionsProps {
  form: KeyFormState;
  /** What holds for keys without a rate limit of their own. */
  defaultLimit: RateLimit | null;
}

/** From where and how often a key may be used: closed until there is something in it. */
export const Restrictions = ({ form, defaultLimit }: RestrictionsProps) => {
  const t = useT();
  const { values, set, errorAt } = form;
  const rateText = useRateLimitText();
  const [choice, setChoice] = useState<boolean | null>(null);
  const isFilled = values.networks.trim() !== '' || values.rateLimit.requests.trim() !== '';
  const isAtFault = errorAt('networks') !== undefined || errorAt('rateLimit') !== undefined;
  return (
    <Panel>
      <Disclosure
        title={t('key.restrictions')}
        hint={t('key.restrictions.hint')}
        isOpen={isAtFault || (choice ?? isFilled)}
        onToggle={setChoice}
      >
        <Flex direction="column" alignItems="stretch" gap={4}>
          <NetworksField form={form} />
          <RateLimitFields
            value={values.rateLimit}
            hint={
              defaultLimit === null
                ? t('key.rate.default.none')
                : t('key.rate.default', { limit: rateText(defaultLimit) })
            }
            requestsError={errorAt('rateLimit.requests')}
            windowError={errorAt('rateLimit.windowSeconds')}
            onChange={(limit) => {
              set('rateLimit', limit);
            }}
          />
        </Flex>
      </Disclosure>
    </Panel>
  );
};

/** Each entry is checked when one has done with the field, and again when all is saved. */
const NetworksField = ({ form: { values, set, errorOf } }: Pick<RestrictionsProps, 'form'>) => {
  const t = useT();
  const [checked, setChecked] = useState<string | null>(null);
  const network = checked === values.networks ? badNetwork(checked) : undefined;
  return (
    <FormField
      name="networks"
      label={t('key.networks')}
      hint={t('key.networks.hint')}
      error={
        errorOf('networks') ??
        (network === undefined ? undefined : t('key.networks.fault', { network }))
      }
    >
      <Textarea
        value={values.networks}
        spellCheck={false}
        onBlur={() => {
          setChecked(values.networks);
        }}
        onChange={(event) => {
          set('networks', event.target.value);
        }}
      />
    </FormField>
  );
};
