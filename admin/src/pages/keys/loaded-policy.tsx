import { Page } from '@strapi/strapi/admin';
import { type ReactNode } from 'react';
import type { KeyPolicy } from '../../../../contracts/key-policy';
import { useReadKeyPolicyQuery } from '../../api/keys';
import { FailedPage } from '../../components/failed-page';
import { type Can, usePermissions } from '../../hooks/use-permissions';
import { useT } from '../../translations/use-t';
import { keyPaths } from './paths';

export interface LoadedPolicyValue {
  policy: KeyPolicy;
  can: Can;
}

interface LoadedPolicyProps {
  children: (loaded: LoadedPolicyValue) => ReactNode;
}

/** Reads what every form about a key must know: what policy asks for, and what one may do. */
export const LoadedPolicy = ({ children }: LoadedPolicyProps) => {
  const t = useT();
  const { can, isLoading } = usePermissions();
  const { data, error, isFetching, refetch } = useReadKeyPolicyQuery(undefined, {
    refetchOnMountOrArgChange: true,
  });
  if (data === undefined && error !== undefined && !isFetching) {
    return (
      <FailedPage
        title={t('keys.title')}
        fallback={keyPaths.list}
        error={error}
        onRetry={() => void refetch()}
      />
    );
  }
  if (data === undefined || isLoading) return <Page.Loading />;
  return children({ policy: data.data, can });
};
