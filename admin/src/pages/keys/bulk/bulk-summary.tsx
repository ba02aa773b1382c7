import { Flex, Typography } from '@strapi/design-system';
import { useEffect, useRef } from 'react';
import { failureOf } from '../../../api/failure';
import { Notice } from '../../../components/notice';
import { useFailureText } from '../../../hooks/use-failure-text';
import { useT } from '../../../translations/use-t';
import { byReason } from './run-batches';
import type { BulkAction, BulkOutcome } from './use-bulk';

/** More names than these are counted, not written. */
const NAMED = 10;

interface BulkSummaryProps {
  how: BulkAction;
  outcome: BulkOutcome;
}

/** What was done, what could not be done and why, and what was left. */
export const BulkSummary = ({ how, outcome }: BulkSummaryProps) => {
  const t = useT();
  const textOf = useFailureText();
  const { done, failed, rest, error } = outcome;
  const summary = useRef<HTMLDivElement>(null);
  // The button that had focus is gone.
  useEffect(() => {
    summary.current?.focus();
  }, []);
  const isWhole = failed.length === 0 && rest.length === 0;
  return (
    <Flex ref={summary} tabIndex={-1} direction="column" alignItems="stretch" gap={4}>
      <Notice
        kind={isWhole ? 'success' : 'info'}
        title={t(`bulk.${how}.done`, { count: done.length })}
      />
      {byReason(failed).map(({ message, failed: group }) => (
        <Notice
          key={message}
          kind="warning"
          title={t(`bulk.${how}.failed`, { count: group.length })}
        >
          <Typography tag="p">{message}</Typography>
          <Flex tag="ul" direction="column" alignItems="stretch" paddingTop={2}>
            {group.slice(0, NAMED).map(({ id, name }) => (
              <li key={id}>{name ?? t('bulk.nameless')}</li>
            ))}
            {group.length > NAMED ? (
              <li>{t('bulk.more', { count: group.length - NAMED })}</li>
            ) : null}
          </Flex>
        </Notice>
      ))}
      {rest.length === 0 ? null : (
        <Notice
          kind={error === null ? 'info' : 'danger'}
          title={t(error === null ? 'bulk.rest.stopped' : 'bulk.rest.broken', {
            count: rest.length,
          })}
        >
          {error === null ? undefined : textOf(failureOf(error))}
        </Notice>
      )}
    </Flex>
  );
};
