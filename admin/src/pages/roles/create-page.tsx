import { BackButton, Layouts, Page } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { Role } from '../../../../contracts/roles';
import { useListGrantableActionsQuery, useReadAccessRoleQuery } from '../../api/roles';
import { FailedPage } from '../../components/failed-page';
import { Guarded } from '../../components/guarded';
import { Notice } from '../../components/notice';
import { useT } from '../../translations/use-t';
import { rolePaths } from './paths';
import { RoleEditor } from './role-editor';
import { copyOfRole } from './role-form-values';
import { RoleSkeleton } from './role-skeleton';
import { useMayCreate } from './use-may-create';
import { useRoleForm } from './use-role-form';

const CreateRole = () => {
  const form = useRoleForm(null);
  return <RoleEditor form={form} role={null} isReadOnly={false} />;
};

interface CopyRoleProps {
  source: Role;
  known: ReadonlySet<string>;
}

const CopyRole = ({ source, known }: CopyRoleProps) => {
  const t = useT();
  const form = useRoleForm(
    null,
    copyOfRole(source, (name) => t('role.copy.name', { name }), known),
  );
  const left = source.permissions.filter((action) => !known.has(action)).length;
  return (
    <RoleEditor
      form={form}
      role={null}
      isReadOnly={false}
      notice={t('role.copy.notice', { name: source.name, left })}
    />
  );
};

const CopyOf = ({ id }: { id: string }) => {
  const t = useT();
  const role = useReadAccessRoleQuery(id, { refetchOnMountOrArgChange: true });
  const actions = useListGrantableActionsQuery(undefined);
  // As they were when the page was opened, while one types.
  const [source, setSource] = useState<CopyRoleProps | null>(null);
  const isFetching = role.isFetching || actions.isFetching;
  if (source === null && !isFetching && role.data !== undefined && actions.data !== undefined) {
    setSource({
      source: role.data.data,
      known: new Set(actions.data.data.map(({ action }) => action)),
    });
  }

  const error = role.error ?? actions.error;
  if (source === null && error !== undefined && !isFetching) {
    return (
      <FailedPage
        title={t('roles.create')}
        fallback={rolePaths.list}
        error={error}
        onRetry={() => {
          if (role.error !== undefined) void role.refetch();
          if (actions.error !== undefined) void actions.refetch();
        }}
      />
    );
  }
  if (source === null) return <RoleSkeleton title={t('roles.create')} />;
  return <CopyRole {...source} />;
};

/** What opens by its address alone where Rules & notices hold one to a list. */
const HeldPage = () => {
  const t = useT();
  return (
    <Page.Main>
      <Page.Title>{t('roles.create')}</Page.Title>
      <Layouts.Header
        title={t('roles.create')}
        navigationAction={<BackButton fallback={rolePaths.list} />}
      />
      <Layouts.Content>
        <Notice kind="info">{t('roles.held')}</Notice>
      </Layouts.Content>
    </Page.Main>
  );
};

const NewRole = () => {
  const [search] = useSearchParams();
  const from = search.get('from');
  const t = useT();
  const { mayCreate, isFetching } = useMayCreate();
  if (mayCreate === undefined && isFetching) return <RoleSkeleton title={t('roles.create')} />;
  if (mayCreate === false) return <HeldPage />;
  return from === null ? <CreateRole /> : <CopyOf key={from} id={from} />;
};

const CreatePage = () => (
  <Guarded title="roles.title" anyOf={['create-role']}>
    <NewRole />
  </Guarded>
);

export default CreatePage;
