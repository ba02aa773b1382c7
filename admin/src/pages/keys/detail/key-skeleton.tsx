import { Flex, Grid, VisuallyHidden } from '@strapi/design-system';
import { BackButton, Layouts, Page } from '@strapi/strapi/admin';
import { Panel } from '../../../components/panel';
import { SkeletonBar } from '../../../components/skeleton-bar';
import { useT } from '../../../translations/use-t';
import { keyPaths } from '../paths';

const Lines = () => (
  <>
    <SkeletonBar $width="40%" />
    <SkeletonBar />
    <SkeletonBar />
  </>
);

/** Stands where a key will be. */
export const KeySkeleton = () => {
  const t = useT();
  return (
    <Page.Main aria-busy>
      <Page.Title>{t('keys.title')}</Page.Title>
      <Layouts.Header
        title={t('keys.title')}
        navigationAction={<BackButton fallback={keyPaths.list} />}
      />
      <Layouts.Content>
        <VisuallyHidden role="status">{t('table.loading')}</VisuallyHidden>
        <Grid.Root gap={{ initial: 4, medium: 6 }}>
          <Grid.Item col={8} s={12} xs={12} direction="column" alignItems="stretch">
            <Flex direction="column" alignItems="stretch" gap={6}>
              <Panel title={t('key.lifetime')}>
                <Lines />
              </Panel>
              <Panel title={t('key.use')}>
                <Lines />
              </Panel>
            </Flex>
          </Grid.Item>
          <Grid.Item col={4} s={12} xs={12} direction="column" alignItems="stretch">
            <Panel title={t('key.about')}>
              <Lines />
            </Panel>
          </Grid.Item>
        </Grid.Root>
      </Layouts.Content>
    </Page.Main>
  );
};
