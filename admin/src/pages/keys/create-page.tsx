import { Button } from '@strapi/design-system';
import { Check } from '@strapi/icons';
import { BackButton, Layouts, Page } from '@strapi/strapi/admin';
import { useNavigate } from 'react-router-dom';
import type { ExpiryPolicy } from '../../../../contracts/keys';
import { useReadExpiryPolicyQuery } from '../../api/keys';
import { FailedPage } from '../../components/failed-page';
import { EditorForm } from '../../components/editor-form';
import { FormAlert } from '../../components/form-alert';
import { Guarded } from '../../components/guarded';
import { LeaveDialog } from '../../components/leave-dialog';
import { usePermissions } from '../../hooks/use-permissions';
import { useT } from '../../translations/use-t';
import { expiryChoices } from './expiry';
import { KeyForm } from './key-form';
import { keyPaths } from './paths';
import { TokenPage } from './token-page';
import { useCreateKey } from './use-create-key';

interface CreateKeyProps {
  policy: ExpiryPolicy;
  mayAssignRoles: boolean;
  mayMakeTags: boolean;
}

const CreateKey = ({ policy, mayAssignRoles, mayMakeTags }: CreateKeyProps) => {
  const t = useT();
  const navigate = useNavigate();
  const { issued, form, isBusy, submit, guard } = useCreateKey(policy, mayAssignRoles);

  if (issued !== null) {
    return (
      <TokenPage
        issued={issued}
        guard={guard}
        doneMessage={t('token.created', { name: issued.data.name })}
        onDone={() => {
          guard.release();
          navigate(keyPaths.detail(issued.data.id), { replace: true });
        }}
      />
    );
  }

  return (
    <Page.Main>
      <Page.Title>{t('keys.create')}</Page.Title>
      <EditorForm onSubmit={submit} reports={form.reports}>
        <Layouts.Header
          title={t('keys.create')}
          subtitle={t('keys.create.subtitle')}
          navigationAction={<BackButton fallback={keyPaths.list} />}
          primaryAction={
            <Button type="submit" startIcon={<Check />} loading={isBusy} size="S">
              {t('keys.create.submit')}
            </Button>
          }
        />
        <Layouts.Content>
          <KeyForm
            form={form}
            choices={expiryChoices(policy)}
            policy={policy}
            mayAssignRoles={mayAssignRoles}
            mayMakeTags={mayMakeTags}
            alert={<FormAlert failure={form.failure} />}
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

const LoadedCreateKey = () => {
  const t = useT();
  const { can, isLoading } = usePermissions();
  const { data, error, refetch } = useReadExpiryPolicyQuery(undefined);
  if (error !== undefined) {
    return (
      <FailedPage
        title={t('keys.create')}
        fallback={keyPaths.list}
        error={error}
        onRetry={() => void refetch()}
      />
    );
  }
  if (data === undefined || isLoading) return <Page.Loading />;
  return (
    <CreateKey
      policy={data.data}
      mayAssignRoles={can('get-role')}
      mayMakeTags={can('manage-tags')}
    />
  );
};

const CreatePage = () => (
  <Guarded anyOf={['create-api-access']}>
    <LoadedCreateKey />
  </Guarded>
);

export default CreatePage;
