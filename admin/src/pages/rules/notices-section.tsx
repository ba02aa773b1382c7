import { Divider, Grid } from '@strapi/design-system';
import { Panel } from '../../components/panel';
import { useT } from '../../translations/use-t';
import { Cell, CheckField, TextField } from './fields';
import { MailState } from './mail-state';
import { HourField, ZoneField } from './schedule-fields';
import type { SectionProps } from './use-rules-form';

export const NoticesSection = ({ form: { values, errorOf, change } }: SectionProps) => {
  const t = useT();
  const { isOn, days, onExpiry, hour, timeZone, recipients } = values.notices;
  return (
    <Panel title={t('rules.notices')} hint={t('rules.notices.hint')}>
      <Grid.Root gap={4}>
        <Cell col={12}>
          <CheckField
            label={t('rules.notices.on')}
            isChecked={isOn}
            onChange={(checked) => {
              change('notices', { isOn: checked });
            }}
          />
        </Cell>
        <Cell col={4}>
          <TextField
            name="notices.days"
            label={t('rules.notices.days')}
            hint={t('rules.notices.days.hint')}
            error={errorOf('notices.days')}
            isDisabled={!isOn}
            value={days}
            onChange={(text) => {
              change('notices', { days: text });
            }}
          />
        </Cell>
        <Cell col={4}>
          <HourField
            value={hour}
            isDisabled={!isOn}
            onChange={(chosen) => {
              change('notices', { hour: chosen });
            }}
          />
        </Cell>
        <Cell col={4}>
          <ZoneField
            value={timeZone}
            error={errorOf('notices.timeZone')}
            isDisabled={!isOn}
            onChange={(zone) => {
              change('notices', { timeZone: zone });
            }}
          />
        </Cell>
        <Cell col={12}>
          <CheckField
            label={t('rules.notices.expiry')}
            isChecked={onExpiry}
            isDisabled={!isOn}
            onChange={(checked) => {
              change('notices', { onExpiry: checked });
            }}
          />
        </Cell>
        <Cell col={12}>
          <TextField
            name="notices.recipients"
            label={t('rules.recipients')}
            hint={t('rules.notices.recipients.hint')}
            error={errorOf('notices.recipients')}
            isDisabled={!isOn}
            value={recipients}
            onChange={(text) => {
              change('notices', { recipients: text });
            }}
          />
        </Cell>
      </Grid.Root>
      <Divider />
      <MailState />
    </Panel>
  );
};
