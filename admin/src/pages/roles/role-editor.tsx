import { Button, Flex, LinkButton } from '@strapi/design-system';
import { Check, Duplicate, Trash } from '@strapi/icons';
import { BackButton, Layouts, Page } from '@strapi/strapi/admin';
import { useRef, useState } from 'react';
import { Link, useNavigate } from 'react-router-dom';
import type { Role } from '../../../../contracts/roles';
import { EditorForm } from '../../components/editor-form';
import { FormAlert } from '../../components/form-alert';
import { LeaveDialog } from '../../components/leave-dialog';
import { Notice } from '../../components/notice';
import { useT } from '../../translations/use-t';
import { ConsequencesDialog } from './consequences-dialog';
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
  mayDuplicate?: boolean;
  /** What one should know before one begins. */
  notice?: string;
}

export const RoleEditor = ({
  form,
  role,
  isReadOnly,
  mayDelete = false,
  mayDuplicate = false,
  notice,
}: RoleEditorProps) => {
  const t = useT();
  const navigate = useNavigate();
  const saveButton = useRef<HTMLButtonElement>(null);
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
            <Flex gap={2} wrap="wrap">
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
              {role === null || !mayDuplicate ? null : (
                <LinkButton
                  tag={Link}
                  to={rolePaths.duplicate(role.id)}
                  size="S"
                  variant="tertiary"
                  startIcon={<Duplicate />}
                >
                  {t('role.duplicate')}
                </LinkButton>
              )}
              {isReadOnly ? null : (
                <Button
                  ref={saveButton}
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
            {notice === undefined ? null : <Notice kind="info">{notice}</Notice>}
            {role?.declared === true ? (
              <Notice kind="info" title={t('role.declared')}>
                {t('role.declared.page')}
              </Notice>
            ) : isReadOnly ? (
              <Notice kind="info">
                {t(role?.assignable === false ? 'role.not-assignable' : 'role.read-only-page')}
              </Notice>
            ) : null}
            <RoleFields form={form} isNew={role === null} isReadOnly={isReadOnly} />
            <RolePermissions
              form={form}
              isReadOnly={isReadOnly}
              isDeclared={role?.declared === true}
            />
          </Flex>
        </Layouts.Content>
      </EditorForm>
      <ConsequencesDialog
        consequences={form.asked}
        name={form.values.name}
        onConfirm={form.confirm}
        onClose={form.dismiss}
        returnFocus={() => saveButton.current?.focus()}
      />
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
