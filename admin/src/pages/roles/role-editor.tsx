import { Button, Flex } from '@strapi/design-system';
import { Check, Trash } from '@strapi/icons';
import { BackButton, Layouts, Page } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { Role } from '../../../../contracts/roles';
import { EditorForm } from '../../components/editor-form';
import { FormAlert } from '../../components/form-alert';
import { LeaveDialog } from '../../components/leave-dialog';
import { Notice } from '../../components/notice';
import { useT } from '../../translations/use-t';
import { DeleteRoleDialog } from './delete-role-dialog';
import { rolePaths } from './paths';
import { RoleFields } from './role-fields';
import { RolePermissions } from './role-permissions';
import type { RoleFormState } from './use-role-form';

interface RoleEditorProps {
  form: RoleFormState;
  /** Absent for a new role. */
  role: Role | null;
  isReadOnly: boolean;
  mayDelete?: boolean;
}

export const RoleEditor = ({ form, role, isReadOnly, mayDelete = false }: RoleEditorProps) => {
  const t = useT();
  const navigate = useNavigate();
  const [isDeleting, setDeleting] = useState(false);
  const title = role?.name ?? t('roles.create');
  return (
    <Page.Main>
      <Page.Title>{title}</Page.Title>
      <EditorForm onSubmit={form.submit} reports={form.reports}>
        <Layouts.Header
          title={title}
          subtitle={
            role === null ? t('roles.create.subtitle') : t('role.held-by', { count: role.keyCount })
          }
          navigationAction={<BackButton fallback={rolePaths.list} />}
          primaryAction={
            <Flex gap={2}>
              {role === null || !mayDelete ? null : (
                <Button
                  size="S"
                  variant="danger-light"
                  startIcon={<Trash />}
                  onClick={() => {
                    setDeleting(true);
                  }}
                >
                  {t('role.delete')}
                </Button>
              )}
              {isReadOnly ? null : (
                <Button
                  type="submit"
                  size="S"
                  startIcon={<Check />}
                  loading={form.isBusy}
                  disabled={role !== null && !form.isDirty}
                >
                  {t(role === null ? 'roles.create.submit' : 'action.save')}
                </Button>
              )}
            </Flex>
          }
        />
        <Layouts.Content>
          <Flex direction="column" alignItems="stretch" gap={6}>
            <FormAlert failure={form.failure} onReload={form.reload} />
            {isReadOnly ? <Notice kind="info">{t('role.read-only-page')}</Notice> : null}
            <RoleFields form={form} isNew={role === null} isReadOnly={isReadOnly} />
            <RolePermissions form={form} isReadOnly={isReadOnly} />
          </Flex>
        </Layouts.Content>
      </EditorForm>
      <DeleteRoleDialog
        role={isDeleting ? role : null}
        onClose={() => {
          setDeleting(false);
        }}
        onDone={() => {
          form.guard.release();
          navigate(rolePaths.list, { replace: true });
        }}
      />
      <LeaveDialog
        blocker={form.guard.blocker}
        title={t('leave.title')}
        confirmLabel={t('leave.confirm')}
      >
        {t('leave.description')}
      </LeaveDialog>
    </Page.Main>
  );
};
