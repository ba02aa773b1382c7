import { Flex, VisuallyHidden } from '@strapi/design-system';
import { BackButton, Layouts, Page } from '@strapi/strapi/admin';
import { Panel } from '../../components/panel';
import { SkeletonBar } from '../../components/skeleton-bar';
import { useT } from '../../translations/use-t';
import { rolePaths } from './paths';

/** Stands where the editor will be. */
export const RoleSkeleton = ({ title }: { title: string }) => {
  const t = useT();
  return (
    <Page.Main aria-busy>
      <Page.Title>{title}</Page.Title>
      <Layouts.Header title={title} navigationAction={<BackButton fallback={rolePaths.list} />} />
      <Layouts.Content>
        <VisuallyHidden role="status">{t('table.loading')}</VisuallyHidden>
        <Flex direction="column" alignItems="stretch" gap={6}>
          <Panel title={t('role.details')}>
            <SkeletonBar $width="40%" />
            <SkeletonBar />
            <SkeletonBar />
          </Panel>
          <Panel title={t('role.permissions')}>
            <SkeletonBar $width="32rem" />
            <SkeletonBar />
            <SkeletonBar />
            <SkeletonBar />
          </Panel>
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
};
