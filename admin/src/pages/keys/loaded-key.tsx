import { Page } from '@strapi/strapi/admin';
import { type ReactNode } from 'react';
import type { Key } from '../../../../contracts/keys';
import { FailedPage } from '../../components/failed-page';
import { useT } from '../../translations/use-t';
import { LoadedPolicy, type LoadedPolicyValue } from './loaded-policy';
import { keyPaths } from './paths';
import { useFreshKey } from './use-fresh-key';

export interface LoadedKeyValue extends LoadedPolicyValue {
  value: Key;
  reload: () => Promise<Key | null>;
}

interface LoadedKeyProps {
  id: string;
  children: (loaded: LoadedKeyValue) => ReactNode;
}

/** Reads a key, with what a form about it must know. */
export const LoadedKey = ({ id, children }: LoadedKeyProps) => {
  const t = useT();
  const { key, error, reload } = useFreshKey(id);
  if (error !== undefined) {
    return (
      <FailedPage
        title={t('keys.title')}
        fallback={keyPaths.list}
        error={error}
        onRetry={() => void reload()}
      />
    );
  }
  if (key === null) return <Page.Loading />;
  return <LoadedPolicy>{(loaded) => children({ ...loaded, value: key, reload })}</LoadedPolicy>;
};
