import { EmptyStateLayout } from '@strapi/design-system';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { type ReactNode } from 'react';

interface EmptyStateProps {
  content: string;
  action?: ReactNode;
}

export const EmptyState = ({ content, action }: EmptyStateProps) => (
  <EmptyStateLayout icon={<EmptyDocuments width="16rem" />} content={content} action={action} />
);
