import { Grid } from '@strapi/design-system';
import { Panel } from '../../components/panel';
import { useT } from '../../translations/use-t';
import { Cell, CheckField, TextField } from './fields';
import type { SectionProps } from './use-rules-form';

export const ExpirySection = ({ form: { values, errorOf, change } }: SectionProps) => {
  const t = useT();
  const { expiry } = values;
  return (
    <Panel title={t('rules.expiry')} hint={t('rules.expiry.hint')}>
      <Grid.Root gap={4}>
        <Cell>
          <TextField
            name="expiry.defaultDays"
            label={t('rules.expiry.default')}
            hint={t('rules.expiry.default.hint')}
            error={errorOf('expiry.defaultDays')}
            isNumber
            value={expiry.defaultDays}
            onChange={(defaultDays) => {
              change('expiry', { defaultDays });
            }}
          />
        </Cell>
        <Cell>
          <TextField
            name="expiry.maxDays"
            label={t('rules.expiry.max')}
            hint={t('rules.expiry.max.hint')}
            error={errorOf('expiry.maxDays')}
            isNumber
            value={expiry.maxDays}
            onChange={(maxDays) => {
              change('expiry', { maxDays });
            }}
          />
        </Cell>
        <Cell col={12}>
          <CheckField
            label={t('rules.expiry.required')}
            hint={t('rules.expiry.required.hint')}
            isChecked={expiry.required}
            onChange={(required) => {
              change('expiry', { required });
            }}
          />
        </Cell>
      </Grid.Root>
    </Panel>
  );
};
