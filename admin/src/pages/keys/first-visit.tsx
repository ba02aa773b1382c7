import { Box, Flex, LinkButton, Typography } from '@strapi/design-system';
import { useAuth } from '@strapi/strapi/admin';
import { type ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import { Mono } from '../../components/mono';
import { Notice } from '../../components/notice';
import { Panel } from '../../components/panel';
import { useApiUrl } from '../../hooks/use-api-url';
import type { Can } from '../../hooks/use-permissions';
import { useT } from '../../translations/use-t';
import { keyPaths } from './paths';

const ROLES_PATH = '/settings/api-access-roles';
/** Where Strapi gives permissions to admin roles. */
const ADMIN_ROLES_PATH = '/settings/roles';
const SUPER_ADMIN = 'strapi-super-admin';

const Code = styled(Box)`
  overflow-wrap: anywhere;
`;

interface StepProps {
  number: number;
  title: string;
  children: ReactNode;
}

const Step = ({ number, title, children }: StepProps) => (
  <Flex tag="li" gap={4} alignItems="flex-start">
    <Flex
      aria-hidden
      shrink={0}
      justifyContent="center"
      width="3.2rem"
      height="3.2rem"
      borderRadius="50%"
      background="primary100"
    >
      <Typography fontWeight="bold" textColor="primary700">
        {number}
      </Typography>
    </Flex>
    <Flex direction="column" alignItems="flex-start" gap={2} flex="1" minWidth="0">
      <Typography tag="h3" fontWeight="semiBold" textColor="neutral800">
        {title}
      </Typography>
      {children}
    </Flex>
  </Flex>
);

const Sentence = ({ children }: { children: ReactNode }) => (
  <Typography tag="p" textColor="neutral600">
    {children}
  </Typography>
);

/** In place of the list while there is no key at all: what to do, and who else may. */
export const FirstVisit = ({ can }: { can: Can }) => {
  const t = useT();
  const apiUrl = useApiUrl();
  const roles = useAuth('ApiAccessFirstVisit', ({ user }) => user?.roles);
  const isSuperAdmin = roles?.some(({ code }) => code === SUPER_ADMIN) === true;
  const mayMakeRole = can('get-role') && can('create-role');
  const chosenHint = mayMakeRole ? 'keys.first.role.hint' : 'keys.first.role.choose.hint';
  const roleHint = can('get-role') ? chosenHint : 'keys.first.role.ask';
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Panel title={t('keys.first.title')} hint={t('keys.first.hint')}>
        <Flex tag="ol" direction="column" alignItems="stretch" gap={6} paddingTop={2}>
          <Step number={1} title={t(mayMakeRole ? 'keys.first.role' : 'keys.first.role.choose')}>
            <Sentence>{t(roleHint)}</Sentence>
            {can('get-role') ? (
              <LinkButton
                tag={Link}
                to={mayMakeRole ? `${ROLES_PATH}/create` : ROLES_PATH}
                variant="tertiary"
                size="S"
              >
                {t(mayMakeRole ? 'keys.first.role.make' : 'keys.first.role.see')}
              </LinkButton>
            ) : null}
          </Step>
          <Step number={2} title={t('keys.first.key')}>
            <Sentence>{t('keys.first.key.hint')}</Sentence>
            <LinkButton tag={Link} to={keyPaths.create} size="S">
              {t('keys.create-first')}
            </LinkButton>
          </Step>
          <Step number={3} title={t('keys.first.call')}>
            <Sentence>{t('keys.first.call.hint')}</Sentence>
            <Code background="neutral100" hasRadius padding={3} width="100%">
              <Mono textColor="neutral800">
                {`curl -H 'Authorization: Bearer ${t('keys.first.call.token')}' ${apiUrl}/api-access/whoami`}
              </Mono>
            </Code>
          </Step>
        </Flex>
      </Panel>
      {isSuperAdmin ? (
        <Notice
          kind="info"
          title={t('keys.first.others')}
          action={
            <LinkButton tag={Link} to={ADMIN_ROLES_PATH} variant="secondary" size="S">
              {t('keys.first.others.open')}
            </LinkButton>
          }
        >
          {t('keys.first.others.hint')}
        </Notice>
      ) : null}
    </Flex>
  );
};
