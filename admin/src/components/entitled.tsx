import { type ReactNode } from 'react';
import { useReadAccessEntitlementQuery } from '../api/entitlement';
import { UpgradeRequired } from './upgrade-required';

interface EntitledProps {
  /** Shown until it is known. */
  loading: ReactNode;
  /** What stands around the warning; nothing where absent. */
  frame?: (warning: ReactNode) => ReactNode;
  children: ReactNode;
}

/**
 * What only those see whom the app's config lets use the plugin; others, and the loading, come
 * before it is drawn, so nothing of it flashes. The server decides again on every request: where
 * it gave no answer here, the content says itself what went wrong.
 */
export const Entitled = ({ loading, frame = (warning) => warning, children }: EntitledProps) => {
  const { data, error } = useReadAccessEntitlementQuery(undefined, {
    refetchOnMountOrArgChange: true,
  });
  if (data === undefined) return error === undefined ? loading : children;
  return data.data.allowed ? children : frame(<UpgradeRequired {...data.data} />);
};
