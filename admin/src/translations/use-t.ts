import { useCallback } from 'react';
import { type PrimitiveType, useIntl } from 'react-intl';
import { getTranslation, type TextId } from './get-translation';

/** Text of the plugin in the viewer's language, with its placeholders filled. */
export type Translate = (id: TextId, values?: Record<string, PrimitiveType>) => string;

export const useT = (): Translate => {
  const intl = useIntl();
  return useCallback(
    (id, values) => intl.formatMessage({ id: getTranslation(id) }, values),
    [intl],
  );
};
