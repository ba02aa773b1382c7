import { Flex, Link as TextLink, Typography } from '@strapi/design-system';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router-dom';
import { failureOf } from '../../api/failure';
import { Notice } from '../../components/notice';
import { useFailureText } from '../../hooks/use-failure-text';
import { useT } from '../../translations/use-t';
import { byReason } from '../keys/bulk/run-batches';
import { keyPaths } from '../keys/paths';
import type { MoveOutcome } from './use-move';

/** What was moved, where it is now, and what was not moved and why. */
export const MoveReport = ({ outcome }: { outcome: MoveOutcome }) => {
  const t = useT();
  const textOf = useFailureText();
  const { done, failed, rest, error } = outcome;
  const report = useRef<HTMLDivElement>(null);
  // The rows that were ticked are gone, and the dialog with them.
  useEffect(() => {
    report.current?.focus();
  }, [outcome]);
  return (
    <Flex ref={report} tabIndex={-1} direction="column" alignItems="stretch" gap={4}>
      {done.length === 0 ? null : (
        <Notice kind="success" title={t('strapi-tokens.moved', { count: done.length })}>
          <Flex tag="ul" direction="column" alignItems="flex-start" gap={1} paddingTop={2}>
            {done.map(({ id, key, role }) => (
              <li key={id}>
                <TextLink tag={Link} to={keyPaths.detail(key.id)}>
                  {key.name}
                </TextLink>{' '}
                <Typography tag="span" textColor="neutral600">
                  {role === null
                    ? t('strapi-tokens.role.none')
                    : t('strapi-tokens.moved.role', { role })}
                </Typography>
              </li>
            ))}
          </Flex>
        </Notice>
      )}
      {byReason(failed).map(({ message, failed: group }) => (
        <Notice
          key={message}
          kind="warning"
          title={t('strapi-tokens.not-moved', { count: group.length })}
        >
          <Typography tag="p">{message}</Typography>
          <Flex tag="ul" direction="column" alignItems="flex-start" paddingTop={2}>
            {group.map(({ id, name }) => (
              <li key={id}>{name ?? t('strapi-tokens.gone')}</li>
            ))}
          </Flex>
        </Notice>
      ))}
      {rest.length === 0 ? null : (
        <Notice kind="danger" title={t('strapi-tokens.rest', { count: rest.length })}>
          {textOf(failureOf(error))}
        </Notice>
      )}
    </Flex>
  );
};
