import { Field, Flex, Grid, Textarea, TextInput } from '@strapi/design-system';
import { type ReactNode } from 'react';
import type { ExpiryPolicy } from '../../../../contracts/keys';
import { FormField } from '../../components/form-field';
import { Panel } from '../../components/panel';
import { useT } from '../../translations/use-t';
import type { Expiry } from './expiry';
import { ExpiryField } from './expiry-field';
import { RolesField } from './roles-field';
import { TagsField } from './tags-field';
import type { KeyFormState } from './use-key-form';

interface KeyFormProps {
  form: KeyFormState;
  choices: readonly Expiry[];
  policy: ExpiryPolicy;
  /** When the key ends now, where it lives on and may only end earlier. */
  currentExpiry?: string | null;
  mayAssignRoles: boolean;
  mayMakeTags: boolean;
  alert: ReactNode;
}

/** One form for making and for editing a key. */
export const KeyForm = ({
  form,
  choices,
  policy,
  currentExpiry,
  mayAssignRoles,
  mayMakeTags,
  alert,
}: KeyFormProps) => {
  const t = useT();
  const { values, set, errorOf } = form;
  return (
    <Flex direction="column" alignItems="stretch" gap={6}>
      {alert}
      <Panel title={t('key.form.details')}>
        <FormField
          name="name"
          label={t('key.name')}
          hint={t('key.name.hint')}
          error={errorOf('name')}
          required
        >
          <TextInput
            value={values.name}
            autoComplete="off"
            onChange={(event) => {
              set('name', event.target.value);
            }}
          />
        </FormField>
        <FormField name="description" label={t('key.description')} error={errorOf('description')}>
          <Textarea
            value={values.description}
            onChange={(event) => {
              set('description', event.target.value);
            }}
          />
        </FormField>
        <TagsField
          value={values.tags}
          error={errorOf('tags')}
          mayMake={mayMakeTags}
          onChange={(tags) => {
            set('tags', tags);
          }}
        />
      </Panel>
      <Panel title={t('key.form.access')}>
        <RolesField
          value={values.roles}
          error={errorOf('roles')}
          isAllowed={mayAssignRoles}
          isNewKey={currentExpiry === undefined}
          onChange={(roles) => {
            set('roles', roles);
          }}
        />
        <ExpiryField
          value={values.expiry}
          choices={choices}
          policy={policy}
          currentExpiry={currentExpiry}
          error={errorOf('expiry')}
          onChange={(expiry) => {
            set('expiry', expiry);
          }}
        />
      </Panel>
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
    </Flex>
  );
};
