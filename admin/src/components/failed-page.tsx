import { BackButton, Layouts, Page } from '@strapi/strapi/admin';
import { ErrorState } from './error-state';

interface FailedPageProps {
  title: string;
  /** The list. "Back" leads there, too, when one came here by a link. */
  fallback: string;
  error: unknown;
  onRetry: () => void;
}

/** A page whose content could not be read. */
export const FailedPage = ({ title, fallback, error, onRetry }: FailedPageProps) => (
  <Page.Main>
    <Page.Title>{title}</Page.Title>
    <Layouts.Header title={title} navigationAction={<BackButton fallback={fallback} />} />
    <Layouts.Content>
      <ErrorState error={error} onRetry={onRetry} listPath={fallback} />
    </Layouts.Content>
  </Page.Main>
);
