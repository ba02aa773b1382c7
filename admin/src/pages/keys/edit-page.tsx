import { Button } from '@strapi/design-system';
import { Check } from '@strapi/icons';
import { BackButton, Layouts, Page } from '@strapi/strapi/admin';
import { Navigate } from 'react-router-dom';
import type { ExpiryPolicy, Key } from '../../../../contracts/keys';
import { EditorForm } from '../../components/editor-form';
import { FormAlert } from '../../components/form-alert';
import { Guarded } from '../../components/guarded';
import { LeaveDialog } from '../../components/leave-dialog';
import { useNow } from '../../hooks/use-now';
import type { Can } from '../../hooks/use-permissions';
import { useT } from '../../translations/use-t';
import { earlierChoices } from './expiry';
import { KeyForm } from './key-form';
import { LoadedKey } from './loaded-key';
import { keyPaths } from './paths';
import { useEditKey } from './use-edit-key';

interface EditKeyProps {
  value: Key;
  policy: ExpiryPolicy;
  can: Can;
  reload: () => Promise<Key | null>;
}

const EditKey = ({ value, policy, can, reload: read }: EditKeyProps) => {
  const t = useT();
  const now = useNow();
  const { form, isBusy, submit, reload, guard } = useEditKey(value, read);
  // A revoked key is on record only.
  if (value.status === 'revoked') return <Navigate to={keyPaths.detail(value.id)} replace />;
  return (
    <Page.Main>
      <Page.Title>{t('key.edit.title', { name: value.name })}</Page.Title>
      <EditorForm onSubmit={submit} reports={form.reports}>
        <Layouts.Header
          title={t('key.edit.title', { name: value.name })}
          subtitle={value.displayId}
          navigationAction={<BackButton fallback={keyPaths.detail(value.id)} />}
          primaryAction={
            <Button
              type="submit"
              startIcon={<Check />}
              loading={isBusy}
              disabled={!form.isDirty}
              size="S"
            >
              {t('action.save')}
            </Button>
          }
        />
        <Layouts.Content>
          <KeyForm
            form={form}
            choices={earlierChoices(value.expiresAt, now)}
            policy={policy}
            currentExpiry={value.expiresAt}
            mayAssignRoles={can('get-role')}
            mayMakeTags={can('manage-tags')}
            alert={<FormAlert failure={form.failure} onReload={reload} />}
          />
        </Layouts.Content>
      </EditorForm>
      <LeaveDialog
        blocker={guard.blocker}
        title={t('leave.title')}
        confirmLabel={t('leave.confirm')}
      >
        {t('leave.description')}
      </LeaveDialog>
    </Page.Main>
  );
};

const EditPage = () => (
  <Guarded anyOf={['update']}>
    <LoadedKey>{(loaded) => <EditKey {...loaded} />}</LoadedKey>
  </Guarded>
);

export default EditPage;
