import { Button, VisuallyHidden } from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';
import { type ReactNode } from 'react';
import { failureOf } from '../api/failure';
import { useFailureText } from '../hooks/use-failure-text';
import { useT } from '../translations/use-t';
import { Notice } from './notice';
import { Panel } from './panel';
import { SkeletonBar } from './skeleton-bar';

interface PartProps<Data> {
  title: string;
  hint?: string;
  /** A query of RTK, or what stands for one. */
  query: {
    readonly currentData?: Data | undefined;
    readonly error?: unknown;
    readonly isFetching: boolean;
    readonly refetch: () => unknown;
  };
  children: (data: Data) => ReactNode;
}

/** A card of a page that loads, fails and is tried again by itself. */
export const Part = <Data,>({ title, hint, query, children }: PartProps<Data>) => (
  <Panel title={title} {...(hint === undefined ? {} : { hint })}>
    {query.currentData === undefined ? (
      <NotYet isFetching={query.isFetching} error={query.error} onRetry={query.refetch} />
    ) : (
      children(query.currentData)
    )}
  </Panel>
);

interface NotYetProps {
  isFetching: boolean;
  error: unknown;
  onRetry: () => unknown;
}

const NotYet = ({ isFetching, error, onRetry }: NotYetProps) => {
  const t = useT();
  const textOf = useFailureText();
  if (error === undefined || isFetching) {
    return (
      <div aria-busy>
        <VisuallyHidden>{t('table.loading')}</VisuallyHidden>
        <SkeletonBar $width="40%" />
        <SkeletonBar />
        <SkeletonBar />
      </div>
    );
  }
  return (
    <Notice
      kind="danger"
      live="alert"
      action={
        <Button variant="secondary" startIcon={<ArrowClockwise />} onClick={onRetry}>
          {t('error.retry')}
        </Button>
      }
    >
      {textOf(failureOf(error))}
    </Notice>
  );
};
