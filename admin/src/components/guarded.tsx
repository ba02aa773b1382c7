import { Page } from '@strapi/strapi/admin';
import { type ReactNode } from 'react';
import type { AdminAction } from '../../../contracts/ids';
import { permissionTo } from '../hooks/use-permissions';

interface GuardedProps {
  /** Any one of these opens the page. */
  anyOf: readonly AdminAction[];
  children: ReactNode;
}

/** A page that only those see who may. The link's own permissions merely hide the link. */
export const Guarded = ({ anyOf, children }: GuardedProps) => (
  <Page.Protect permissions={anyOf.map(permissionTo)}>{children}</Page.Protect>
);
