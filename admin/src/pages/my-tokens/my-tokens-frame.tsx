import { Flex } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { type ReactNode } from 'react';
import { Notice } from '../../components/notice';
import { useT } from '../../translations/use-t';

interface MyTokensFrameProps {
  primaryAction?: ReactNode;
  isBusy?: boolean;
  children: ReactNode;
}

/** Head of the page in all its forms, and what these tokens are for. */
export const MyTokensFrame = ({ primaryAction, isBusy = false, children }: MyTokensFrameProps) => {
  const t = useT();
  return (
    <Page.Main aria-busy={isBusy}>
      <Page.Title>{t('my-tokens.title')}</Page.Title>
      <Layouts.Header
        title={t('my-tokens.title')}
        subtitle={t('my.subtitle')}
        primaryAction={primaryAction}
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Notice kind="info">{t('my.about')}</Notice>
          {children}
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
};
