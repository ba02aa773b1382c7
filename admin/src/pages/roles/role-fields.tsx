import { Field, Grid, SingleSelect, SingleSelectOption, Textarea } from '@strapi/design-system';
import { ROLE_KINDS } from '../../../../contracts/roles';
import { FormField } from '../../components/form-field';
import { Panel } from '../../components/panel';
import { useT } from '../../translations/use-t';
import { DraftsField } from './drafts-field';
import type { RoleFormState } from './use-role-form';

interface RoleFieldsProps {
  form: RoleFormState;
  isNew: boolean;
  isReadOnly: boolean;
}

const HALF = { col: 6, xs: 12, alignItems: 'flex-start' } as const;

export const RoleFields = ({ form, isNew, isReadOnly }: RoleFieldsProps) => {
  const t = useT();
  const { values, set, errorOf } = form;
  return (
    <Panel title={t('role.details')}>
      <Grid.Root gap={4}>
        <Grid.Item {...HALF}>
          <FormField
            name="name"
            label={t('role.name')}
            error={errorOf('name')}
            required={!isReadOnly}
          >
            <Field.Input
              value={values.name}
              disabled={isReadOnly}
              autoComplete="off"
              onChange={(event) => {
                set('name', event.target.value);
              }}
            />
          </FormField>
        </Grid.Item>
        <Grid.Item {...HALF}>
          <FormField
            name="code"
            label={t('role.code')}
            hint={t(isNew ? 'role.code.hint' : 'role.code.fixed')}
            error={errorOf('code')}
          >
            <Field.Input
              value={values.code}
              disabled={isReadOnly || !isNew}
              placeholder={isNew ? t('role.code.placeholder') : undefined}
              autoComplete="off"
              onChange={(event) => {
                set('code', event.target.value);
              }}
            />
          </FormField>
        </Grid.Item>
        <Grid.Item col={12} xs={12}>
          <FormField
            name="description"
            label={t('role.description')}
            error={errorOf('description')}
          >
            <Textarea
              value={values.description}
              disabled={isReadOnly}
              onChange={(event) => {
                set('description', event.target.value);
              }}
            />
          </FormField>
        </Grid.Item>
        <Grid.Item {...HALF}>
          <FormField
            name="kind"
            label={t('role.kind')}
            hint={t(`role.kind.${values.kind}.hint`)}
            error={errorOf('kind')}
            required={!isReadOnly}
          >
            <SingleSelect
              value={values.kind}
              disabled={isReadOnly}
              onChange={(option) => {
                set('kind', ROLE_KINDS.find((kind) => kind === option) ?? 'custom');
              }}
            >
              {ROLE_KINDS.map((kind) => (
                <SingleSelectOption key={kind} value={kind}>
                  {t(`role.kind.${kind}`)}
                </SingleSelectOption>
              ))}
            </SingleSelect>
          </FormField>
        </Grid.Item>
        <Grid.Item {...HALF}>
          <DraftsField form={form} isReadOnly={isReadOnly} />
        </Grid.Item>
      </Grid.Root>
    </Panel>
  );
};
