import { Entitled } from '../components/entitled';
import { PartTexts } from '../translations/page-texts';
import { Attention } from './attention';
import { WidgetSkeleton } from './widget-skeleton';

/** The home page's widget, with its texts. */
export const AttentionWidget = () => (
  <PartTexts part="widget" fallback={<WidgetSkeleton />}>
    <Entitled loading={<WidgetSkeleton />}>
      <Attention />
    </Entitled>
  </PartTexts>
);
