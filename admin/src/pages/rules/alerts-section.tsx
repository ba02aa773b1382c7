import { Grid } from '@strapi/design-system';
import { Panel } from '../../components/panel';
import { useT } from '../../translations/use-t';
import { Cell, CheckField, TextField } from './fields';
import type { SectionProps } from './use-rules-form';

export const AlertsSection = ({ form: { values, errorOf, change } }: SectionProps) => {
  const t = useT();
  const { isOn, denials, windowMinutes, endedTokens, recipients } = values.alerts;
  return (
    <Panel title={t('rules.alerts')} hint={t('rules.alerts.hint')}>
      <Grid.Root gap={4}>
        <Cell col={12}>
          <CheckField
            label={t('rules.alerts.on')}
            isChecked={isOn}
            onChange={(checked) => {
              change('alerts', { isOn: checked });
            }}
          />
        </Cell>
        <Cell>
          <TextField
            name="alerts.denials"
            label={t('rules.alerts.denials')}
            hint={t('rules.alerts.denials.hint')}
            error={errorOf('alerts.denials')}
            isNumber
            isDisabled={!isOn}
            value={denials}
            onChange={(text) => {
              change('alerts', { denials: text });
            }}
          />
        </Cell>
        <Cell>
          <TextField
            name="alerts.windowMinutes"
            label={t('rules.alerts.window')}
            error={errorOf('alerts.windowMinutes')}
            isNumber
            isDisabled={!isOn}
            value={windowMinutes}
            onChange={(text) => {
              change('alerts', { windowMinutes: text });
            }}
          />
        </Cell>
        <Cell col={12}>
          <CheckField
            label={t('rules.alerts.ended')}
            isChecked={endedTokens}
            isDisabled={!isOn}
            onChange={(checked) => {
              change('alerts', { endedTokens: checked });
            }}
          />
        </Cell>
        <Cell col={12}>
          <TextField
            name="alerts.recipients"
            label={t('rules.recipients')}
            hint={t('rules.alerts.recipients.hint')}
            error={errorOf('alerts.recipients')}
            isDisabled={!isOn}
            value={recipients}
            onChange={(text) => {
              change('alerts', { recipients: text });
            }}
          />
        </Cell>
      </Grid.Root>
    </Panel>
  );
};
