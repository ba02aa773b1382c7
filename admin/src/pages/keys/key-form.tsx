import { Textarea } from '@strapi/design-system';
import type { Expiry } from '../../../../contracts/expiry-choices';
import type { KeyPolicy } from '../../../../contracts/key-policy';
import type { Key } from '../../../../contracts/keys';
import { ExpiryField } from '../../components/expiry-field';
import { FormField } from '../../components/form-field';
import { Panel } from '../../components/panel';
import type { Can } from '../../hooks/use-permissions';
import { useT } from '../../translations/use-t';
import { NameField } from './name-field';
import { OwnerFields } from './owner-fields';
import { Restrictions } from './restrictions';
import { RolesField } from './roles-field';
import { TagsField } from './tags-field';
import type { KeyFormState } from './use-key-form';

export interface KeyFormProps {
  form: KeyFormState;
  choices: readonly Expiry[];
  policy: KeyPolicy;
  can: Can;
  /** The key that is edited: it lives on, and may only end earlier. */
  edited?: Key;
  /** Lifetime of the token that a new one follows, to be offered as "the same". */
  sameDays?: number | null;
}

/** One form for making and for editing a key. */
export const KeyForm = ({ form, choices, policy, can, edited, sameDays = null }: KeyFormProps) => {
  const t = useT();
  const { values, set, errorOf } = form;
  return (
    <>
      <Panel title={t('key.form.details')}>
        <NameField
          value={values.name}
          rules={policy.naming}
          id={edited?.id}
          current={edited?.name}
          error={errorOf('name')}
          onChange={(name) => {
            set('name', name);
          }}
        />
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
          mayMake={can('manage-tags')}
          onChange={(tags) => {
            set('tags', tags);
          }}
        />
      </Panel>
      <Panel title={t('key.form.access')}>
        <RolesField
          value={values.roles}
          error={errorOf('roles')}
          isAllowed={can('get-role')}
          isNewKey={edited === undefined}
          onChange={(roles) => {
            set('roles', roles);
          }}
        />
        <ExpiryField
          value={values.expiry}
          choices={choices}
          policy={policy.expiry}
          currentExpiry={edited?.expiresAt}
          sameDays={sameDays}
          error={errorOf('expiry')}
          onChange={(expiry) => {
            set('expiry', expiry);
          }}
        />
      </Panel>
      <OwnerFields form={form} />
      <Restrictions form={form} defaultLimit={policy.rateLimit} />
    </>
  );
};
