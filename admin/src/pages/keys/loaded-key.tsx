import { Page } from '@strapi/strapi/admin';
import { type ReactNode } from 'react';
import { useParams } from 'react-router-dom';
import type { ExpiryPolicy, Key } from '../../../../contracts/keys';
import { useReadExpiryPolicyQuery } from '../../api/keys';
import { FailedPage } from '../../components/failed-page';
import { type Can, usePermissions } from '../../hooks/use-permissions';
import { useT } from '../../translations/use-t';
import { keyPaths } from './paths';
import { useFreshKey } from './use-fresh-key';

interface Loaded {
  value: Key;
  policy: ExpiryPolicy;
  can: Can;
  reload: () => Promise<Key | null>;
}

interface LoadedKeyProps {
  children: (loaded: Loaded) => ReactNode;
}

/** Reads the key that the URL names, with what a form about it must know. */
export const LoadedKey = ({ children }: LoadedKeyProps) => {
  const t = useT();
  const { id = '' } = useParams();
  const { can, isLoading } = usePermissions();
  const { key, error, reload } = useFreshKey(id);
  const policy = useReadExpiryPolicyQuery(undefined);

  const failed = error ?? policy.error;
  if (failed !== undefined) {
    return (
      <FailedPage
        title={t('keys.title')}
        fallback={keyPaths.list}
        error={failed}
        onRetry={() => {
          void reload();
          void policy.refetch();
        }}
      />
    );
  }
  if (key === null || policy.data === undefined || isLoading) return <Page.Loading />;
  return children({ value: key, policy: policy.data.data, can, reload });
};
