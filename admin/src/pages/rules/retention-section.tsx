import { Grid } from '@strapi/design-system';
import { Panel } from '../../components/panel';
import { useT } from '../../translations/use-t';
import { Cell, TextField } from './fields';
import type { SectionProps } from './use-rules-form';

export const RetentionSection = ({ form: { values, errorOf, change } }: SectionProps) => {
  const t = useT();
  const { activityDays, usageDays } = values.retention;
  return (
    <Panel title={t('rules.retention')} hint={t('rules.retention.hint')}>
      <Grid.Root gap={4}>
        <Cell>
          <TextField
            name="retention.activityDays"
            label={t('rules.retention.activity')}
            error={errorOf('retention.activityDays')}
            isNumber
            value={activityDays}
            onChange={(text) => {
              change('retention', { activityDays: text });
            }}
          />
        </Cell>
        <Cell>
          <TextField
            name="retention.usageDays"
            label={t('rules.retention.usage')}
            error={errorOf('retention.usageDays')}
            isNumber
            value={usageDays}
            onChange={(text) => {
              change('retention', { usageDays: text });
            }}
          />
        </Cell>
      </Grid.Root>
    </Panel>
  );
};
