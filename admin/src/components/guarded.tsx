import { Layouts, Page } from '@strapi/strapi/admin';
import { type ReactNode } from 'react';
import type { AdminAction } from '../../../contracts/ids';
import { permissionTo } from '../hooks/use-permissions';
import type { FirstTextId } from '../translations/get-translation';
import { useT } from '../translations/use-t';
import { Entitled } from './entitled';

interface GuardedProps {
  /** Of the part of the plugin that it belongs to. */
  title: FirstTextId;
  /** Any one of these opens the page. */
  anyOf: readonly AdminAction[];
  children: ReactNode;
}

/**
 * A page that only those see who may, and whom the app's config lets use the plugin. The link's own
 * permissions merely hide the link.
 */
export const Guarded = ({ title, anyOf, children }: GuardedProps) => {
  const t = useT();
  return (
    <Page.Protect permissions={anyOf.map(permissionTo)}>
      <Entitled
        loading={<Page.Loading />}
        frame={(warning) => (
          <Page.Main>
            <Page.Title>{t(title)}</Page.Title>
            <Layouts.Header title={t(title)} />
            <Layouts.Content>{warning}</Layouts.Content>
          </Page.Main>
        )}
      >
        {children}
      </Entitled>
    </Page.Protect>
  );
};
