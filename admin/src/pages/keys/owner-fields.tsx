import { Field, Grid } from '@strapi/design-system';
import { FormField } from '../../components/form-field';
import { Panel } from '../../components/panel';
import { useT } from '../../translations/use-t';
import type { KeyFormState } from './use-key-form';

interface OwnerFieldsProps {
  form: KeyFormState;
}

/** Who runs the consumer of a key. */
export const OwnerFields = ({ form: { values, set, errorOf } }: OwnerFieldsProps) => {
  const t = useT();
  return (
    <Panel title={t('key.owner')} hint={t('key.owner.hint')}>
      <Grid.Root gap={4}>
        <Grid.Item col={6} xs={12} alignItems="flex-start">
          <FormField name="ownerName" label={t('key.owner.name')} error={errorOf('ownerName')}>
            <Field.Input
              value={values.ownerName}
              autoComplete="off"
              onChange={(event) => {
                set('ownerName', event.target.value);
              }}
            />
          </FormField>
        </Grid.Item>
        <Grid.Item col={6} xs={12} alignItems="flex-start">
          <FormField
            name="ownerEmails"
            label={t('key.owner.emails')}
            hint={t('key.owner.emails.hint')}
            error={errorOf('ownerEmails')}
          >
            <Field.Input
              value={values.ownerEmails}
              inputMode="email"
              autoComplete="off"
              onChange={(event) => {
                set('ownerEmails', event.target.value);
              }}
            />
          </FormField>
        </Grid.Item>
      </Grid.Root>
    </Panel>
  );
};
