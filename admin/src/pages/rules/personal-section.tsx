import { Grid } from '@strapi/design-system';
import { Panel } from '../../components/panel';
import { useT } from '../../translations/use-t';
import { Cell, RolesField, TextField } from './fields';
import type { SectionProps } from './use-rules-form';

const HINTS: Partial<Record<string, 'rules.personal.max.one' | 'rules.personal.max.zero'>> = {
  '0': 'rules.personal.max.zero',
  '1': 'rules.personal.max.one',
};

export const PersonalSection = ({ form: { values, choices, errorOf, change } }: SectionProps) => {
  const t = useT();
  const { maxTokens, maxDays, roles, defaultRoles } = values.personalTokens;
  return (
    <Panel title={t('rules.personal')} hint={t('rules.personal.hint')}>
      <Grid.Root gap={4}>
        <Cell>
          <TextField
            name="personalTokens.maxTokens"
            label={t('rules.personal.max')}
            hint={t(HINTS[maxTokens.trim()] ?? 'rules.personal.max.hint')}
            error={errorOf('personalTokens.maxTokens')}
            isNumber
            value={maxTokens}
            onChange={(text) => {
              change('personalTokens', { maxTokens: text });
            }}
          />
        </Cell>
        <Cell>
          <TextField
            name="personalTokens.maxDays"
            label={t('rules.personal.days')}
            hint={t('rules.personal.days.hint')}
            error={errorOf('personalTokens.maxDays')}
            isNumber
            value={maxDays}
            onChange={(text) => {
              change('personalTokens', { maxDays: text });
            }}
          />
        </Cell>
        <Cell>
          <RolesField
            name="personalTokens.roles"
            label={t('rules.personal.roles')}
            hint={t(roles.length === 0 ? 'rules.personal.roles.none' : 'rules.personal.roles.hint')}
            error={errorOf('personalTokens.roles')}
            value={roles}
            roles={choices.roles}
            onChange={(ids) => {
              // A default role has to be among them.
              const kept = defaultRoles.filter((id) => ids.includes(id));
              change('personalTokens', { roles: ids, defaultRoles: kept });
            }}
          />
        </Cell>
        <Cell>
          <RolesField
            name="personalTokens.defaultRoles"
            label={t('rules.personal.default')}
            hint={t('rules.personal.default.hint')}
            error={errorOf('personalTokens.defaultRoles')}
            value={defaultRoles}
            roles={choices.roles.filter(({ id }) => roles.includes(id))}
            onChange={(ids) => {
              change('personalTokens', { defaultRoles: ids });
            }}
          />
        </Cell>
      </Grid.Root>
    </Panel>
  );
};
