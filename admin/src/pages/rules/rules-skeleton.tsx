import { Flex, VisuallyHidden } from '@strapi/design-system';
import { Layouts } from '@strapi/strapi/admin';
import { Panel } from '../../components/panel';
import { SkeletonBar } from '../../components/skeleton-bar';
import { useT } from '../../translations/use-t';

const SECTIONS = ['rules.naming', 'rules.assignable', 'rules.expiry', 'rules.personal'] as const;

/** Stands where the form will be. */
export const RulesSkeleton = () => {
  const t = useT();
  return (
    <div aria-busy>
      <Layouts.Header title={t('rules.title')} subtitle={t('rules.subtitle')} />
      <Layouts.Content>
        <VisuallyHidden role="status">{t('table.loading')}</VisuallyHidden>
        <Flex direction="column" alignItems="stretch" gap={6}>
          {SECTIONS.map((title) => (
            <Panel key={title} title={t(title)}>
              <SkeletonBar $width="40%" />
              <SkeletonBar />
              <SkeletonBar />
            </Panel>
          ))}
        </Flex>
      </Layouts.Content>
    </div>
  );
};
